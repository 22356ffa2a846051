package dev.kafkaorders.localstack.demo;

import java.util.List;

/// What was asked for on the command line.
sealed interface Command {
    /// Start everything and give the tour; then stay up, or end with its result.
    record Everything(boolean exit) implements Command {}

    record Up(boolean detach) implements Command {}

    record TourAgain() implements Command {}

    /// The tour, on what `docker compose up` runs.
    record TourOnCompose() implements Command {}

    record Status() implements Command {}

    record Kill(String name) implements Command {}

    record Start(String name) implements Command {}

    record Logs(String name, boolean follow) implements Command {}

    record Down() implements Command {}

    record Help() implements Command {}

    record NotUnderstood() implements Command {}

    static Command parse(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> new Everything(false);
            case "--exit" -> new Everything(true);
            case "up" -> new Up(false);
            case "up --detach", "up -d" -> new Up(true);
            case "tour" -> new TourAgain();
            case "tour --compose" -> new TourOnCompose();
            case "status" -> new Status();
            case "down" -> new Down();
            case "--help", "-h", "help" -> new Help();
            default -> withName(arguments);
        };
    }

    private static Command withName(List<String> arguments) {
        var follow = arguments.contains("-f");
        var words = arguments.stream().filter(argument -> !argument.equals("-f")).toList();
        if (words.size() != 2) {
            return new NotUnderstood();
        }
        var name = words.getLast();
        return switch (words.getFirst()) {
            case "logs" -> new Logs(name, follow);
            case "kill" -> follow ? new NotUnderstood() : new Kill(name);
            case "start" -> follow ? new NotUnderstood() : new Start(name);
            default -> new NotUnderstood();
        };
    }
}
