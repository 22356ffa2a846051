package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.Background;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.List;

/// Leaves a [Launcher] in the background.
final class DetachedLauncher {
    private static final Duration START = Duration.ofMinutes(5);

    private final DemoSettings settings;
    private final Console console;
    private final ProcessFolder processes;

    DetachedLauncher(DemoSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        processes = new ProcessFolder(settings.directory());
    }

    /// Returns when everything is ready, with what the launcher says meanwhile.
    int up() {
        Launcher.refuseASecond(processes);
        var log = processes.log("launcher");
        var lines = LogFollower.fromNowOn(log, console);
        var launcher =
                Background.start(
                        List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "-D" + Demo.PROJECT + "=" + settings.project()),
                        Demo.class,
                        List.of("up"),
                        log);
        var settled =
                Await.atMost(
                        START,
                        () -> {
                            lines.printNew();
                            return !launcher.isAlive() || processes.isAnnouncedReady();
                        });
        lines.printNew();
        if (!launcher.isAlive()) {
            return 1;
        }
        if (!settled) {
            throw new StartFailed("Not everything is ready yet, see " + log);
        }
        console.line(
                "It goes on in the background, as process %d. `./demo down` stops it."
                        .formatted(launcher.pid()));
        return 0;
    }
}
