package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.localstack.console.Console;
import java.util.Locale;
import java.util.stream.Collectors;

/// A line for each round.
record ConsoleWatcher(Console console) implements CellRun.Watcher {
    @Override
    public void begins(String arm, int number, int rounds) {
        var round = number <= 0 ? "warm-up" : "round %d of %d".formatted(number, rounds);
        console.status("   %s: %s".formatted(round, arm));
    }

    @Override
    public void measured(String arm, int number, Measured measured) {
        var values =
                measured.values().entrySet().stream()
                        .map(value ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %,.1f %s",
                                        value.getKey().name(),
                                        value.getValue(),
                                        value.getKey().unit()))
                        .collect(Collectors.joining(", "));
        var round = number <= 0 ? "warm-up" : "round " + number;
        console.line("   %-8s %-34s %s".formatted(round, arm, values));
    }

    @Override
    public void failed(String who, Exception cause) {
        console.failure("   %s failed: %s".formatted(who, cause));
    }
}
