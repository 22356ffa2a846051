package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Command lines for JVMs like this one: the JDK that runs us runs them.
public final class JavaCommand {
    /// Two cores are shared by six JVMs: the serial collector costs the fewest threads and the
    /// least memory.
    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private JavaCommand() {}

    /// For what has to keep up with a load: the second compiler makes it fast after a while.
    public static List<String> service(List<String> program) {
        return command(Stream.empty(), program);
    }

    /// For what has to be there quickly: the first compiler alone. Costs speed of what runs for
    /// hours.
    public static List<String> quick(List<String> program) {
        return command(Stream.of("-XX:TieredStopAtLevel=1"), program);
    }

    private static List<String> command(Stream<String> options, List<String> program) {
        return Stream.of(
                        Stream.of(executable().toString()),
                        SMALL.stream(),
                        options,
                        program.stream())
                .flatMap(part -> part)
                .toList();
    }

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
