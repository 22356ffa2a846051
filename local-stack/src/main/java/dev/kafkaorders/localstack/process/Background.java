package dev.kafkaorders.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A JVM that goes on when this one and its terminal are gone, with this one's class path and
/// environment.
public final class Background {
    private Background() {}

    /// Starts it in a session of its own.
    ///
    /// @param options for the JVM
    /// @param log what it prints is added to it
    public static Process start(
            List<String> options, Class<?> main, List<String> arguments, Path log) {
        var java =
                Stream.of(
                        JavaCommand.executable().toString(),
                        "-cp",
                        System.getProperty("java.class.path", ""));
        var command =
                Stream.of(
                                ProcessFolder.ownSession(),
                                java,
                                options.stream(),
                                Stream.of(main.getName()),
                                arguments.stream())
                        .flatMap(part -> part)
                        .toList();
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new StartFailed("Can't start a launcher: " + e.getMessage(), e);
        }
    }
}
