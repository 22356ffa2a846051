package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import dev.kafkaorders.localstack.tour.Tour;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Starts everything, and is there as long as it runs.
final class Launcher {
    private final DemoSettings settings;
    private final Console console;
    private final ProcessFolder processes;

    Launcher(DemoSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        processes = new ProcessFolder(settings.directory());
    }

    /// Gives the tour and fails unless it saw what was promised. Ends with Ctrl-C or SIGTERM, or
    /// after the tour.
    int tour(boolean exit) {
        try (var custody = takeCustody()) {
            var stack = startAll(custody.processes());
            var asPromised = Tour.run(stack, console);
            if (!exit) {
                stayUp(stack);
            }
            console.heading("Stopping everything");
            return asPromised ? 0 : 1;
        }
    }

    /// Ends with Ctrl-C or SIGTERM only.
    int up() {
        try (var custody = takeCustody()) {
            stayUp(startAll(custody.processes()));
            return 0;
        }
    }

    private Custody takeCustody() {
        refuseASecond(processes);
        var leftovers =
                processes.running().stream()
                        .map(ChildProcess::name)
                        .collect(Collectors.joining(", "));
        if (!leftovers.isEmpty()) {
            console.line("Stopping what an earlier launcher left: " + leftovers);
        }
        return Custody.of(processes, Farewell.STOP);
    }

    /// @throws StartFailed when a launcher has custody of the folder
    static void refuseASecond(ProcessFolder processes) {
        processes
                .launcher()
                .ifPresent(launcher -> {
                    throw new StartFailed(
                            "It runs already, started by process %d. `./demo tour` gives the tour, `./demo down` stops it."
                                    .formatted(launcher.pid()));
                });
    }

    private DemoStack startAll(ProcessFolder processes) {
        PortCheck.run(settings);
        var stack = new DemoStack(settings, processes);
        var logs = Shown.from(Path.of(""), processes.directory().resolve("logs"));
        console.heading("Starting; logs are in " + logs);
        stack.startAll(new StartUp(console));
        processes.announceReady();
        return stack;
    }

    private void stayUp(DemoStack stack) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> console.line("Stopping everything")));
        console.heading("Up; Ctrl-C or ./demo down stops everything");
        stack.components().forEach(this::show);
        console.heading("Try it");
        new Suggestions(
                        stack.service("order-producer"),
                        stack.service("payment-consumer"),
                        stack.service("dlq-replayer"),
                        settings.replayerPassword("viewer"),
                        settings.replayerPassword("operator"))
                .lines()
                .forEach(line -> console.line("   " + line));
        console.line("");
        new Comings(processes, console).reportForever();
    }

    private void show(Component component) {
        console.line("   %-17s %s".formatted(component.name(), component.address()));
    }
}
