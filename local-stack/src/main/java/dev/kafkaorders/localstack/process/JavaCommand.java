package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Command lines for JVMs like this one: the JDK that runs us runs them.
public final class JavaCommand {
    /// What every child JVM gets. Two cores are shared by seven processes: the serial collector and
    /// the first compiler have the least overhead in threads, memory and warm-up; a process that
    /// runs for hours would be faster with the defaults.
    private static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JavaCommand() {}

    public static List<String> small(String... arguments) {
        return Stream.of(Stream.of(executable().toString()), SMALL.stream(), Stream.of(arguments))
                .flatMap(part -> part)
                .toList();
    }

    static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
