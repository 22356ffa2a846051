package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Command lines for JVMs like this one: the JDK that runs us runs them.
public final class JavaCommand {
    /// Two cores are shared by six JVMs. The serial collector costs the fewest threads and the
    /// least memory; without the second compiler three services are ready in 6 s instead of 14 s.
    /// It costs speed of what runs for hours.
    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /// As in production: a JVM whose threads died one by one for want of memory neither works nor
    /// ends.
    private static final String NO_HALF_LIFE = "-XX:+ExitOnOutOfMemoryError";

    private JavaCommand() {}

    /// The whole command.
    ///
    /// @param program what follows the options of the JVM
    public static List<String> of(List<String> program) {
        return Stream.of(
                        Stream.of(executable().toString()),
                        SMALL_AND_QUICK.stream(),
                        Stream.of(NO_HALF_LIFE),
                        program.stream())
                .flatMap(part -> part)
                .toList();
    }

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
