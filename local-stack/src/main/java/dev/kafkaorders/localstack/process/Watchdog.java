package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A shell that reads from a pipe this JVM holds open and never writes to. The pipe closes when
/// this JVM is gone, however it went; then the shell becomes [Sweep]. Until then it costs a
/// sleeping process of about a megabyte.
final class Watchdog implements AutoCloseable {
    private static final List<String> UNTIL_THE_PIPE_CLOSES =
            List.of("sh", "-c", "read -r line; exec \"$@\"", "watchdog");

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog over(ProcessFolder folder, Farewell farewell) {
        var sweep =
                List.of(
                        JavaCommand.executable().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        ownClasses().toString(),
                        Sweep.class.getName(),
                        folder.directory().toString(),
                        farewell.name());
        var command =
                Stream.of(
                                ProcessFolder.ownSession(),
                                UNTIL_THE_PIPE_CLOSES.stream(),
                                sweep.stream())
                        .flatMap(part -> part)
                        .toList();
        try {
            return new Watchdog(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.log("watchdog").toFile()))
                            .start());
        } catch (IOException e) {
            throw new StartFailed("Can't start the watchdog: " + e.getMessage(), e);
        }
    }

    /// Calls it off: killed before it sees the pipe close, it does nothing.
    @Override
    public void close() {
        shell.destroyForcibly().onExit().join();
    }

    private static Path ownClasses() {
        try {
            return Path.of(Sweep.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
