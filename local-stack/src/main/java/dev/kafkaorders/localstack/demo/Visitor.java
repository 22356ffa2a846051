package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import dev.kafkaorders.localstack.tour.Tour;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// A command from another terminal: does something with the stack that a [Launcher] has up, and
/// leaves.
final class Visitor {
    private static final Duration DOWN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final DemoSettings settings;
    private final Console console;
    private final ProcessFolder processes;

    Visitor(DemoSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        processes = new ProcessFolder(settings.directory());
    }

    int tour() {
        return Tour.run(runningStack(), console) ? 0 : 1;
    }

    /// Shows what runs, and fails unless everything is ready.
    int status() {
        var stack = new DemoStack(settings, processes);
        var allReady = true;
        for (var component : stack.components()) {
            var state = state(component);
            allReady &= state.startsWith("ready");
            console.line("%-17s %-24s %s".formatted(component.name(), state, component.address()));
        }
        console.line("logs: " + Shown.from(Path.of(""), processes.directory().resolve("logs")));
        return allReady ? 0 : 1;
    }

    int kill(String name) {
        var component = new DemoStack(settings, processes).component(name);
        var process = processes.running(component.name());
        if (process.isEmpty()) {
            console.line(name + " doesn't run");
            return 1;
        }
        process.get().kill();
        console.line("%s killed (process %d)".formatted(name, process.get().pid()));
        return 0;
    }

    int start(String name) {
        var stack = runningStack();
        stack.component(name);
        var started = System.nanoTime();
        stack.start(name);
        console.success(
                String.format(
                        Locale.ROOT,
                        "%s is ready, %.1f s",
                        name,
                        (System.nanoTime() - started) / 1e9));
        return 0;
    }

    /// Stops everything; no failure when nothing runs.
    int down() {
        var launcher = processes.launcher();
        launcher.ifPresent(this::end);
        if (launcher.isEmpty() && processes.running().isEmpty()) {
            console.line("Nothing runs");
            return 0;
        }
        processes.stopAll();
        console.line("Everything is stopped");
        return 0;
    }

    /// Prints a log.
    ///
    /// @param follow whether to go on with what is added, until Ctrl-C
    int logs(String name, boolean follow) {
        var log = processes.log(name);
        if (!Files.exists(log)) {
            throw new StartFailed("There is no " + log);
        }
        var lines = LogFollower.fromStart(log, console);
        lines.printNew();
        while (follow) {
            Await.atMost(BETWEEN_LOOKS, () -> false);
            lines.printNew();
        }
        return 0;
    }

    private void end(ChildProcess launcher) {
        console.line("Stopping process %d and all that it started".formatted(launcher.pid()));
        launcher.requestStop();
        if (!launcher.awaitEnd(DOWN)) {
            launcher.kill();
        }
    }

    private String state(Component component) {
        return processes
                .running(component.name())
                .map(process -> state(component, process))
                .orElse("down");
    }

    private static String state(Component component, ChildProcess process) {
        var state = component.readiness().getAsBoolean() ? "ready" : "not ready";
        return "%s, process %d".formatted(state, process.pid());
    }

    private DemoStack runningStack() {
        if (!processes.isAnnouncedReady()) {
            throw new StartFailed("It isn't up. `./demo up --detach` brings it up.");
        }
        return new DemoStack(settings, processes);
    }
}
