package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Command lines for JVMs: the JDK that runs us runs them.
public final class JavaCommand {
    private JavaCommand() {}

    /// The whole command.
    ///
    /// @param program what follows the options of the JVM
    public static List<String> of(Jvm jvm, List<String> program) {
        return Stream.of(List.of(executable().toString()), jvm.options(), program)
                .flatMap(List::stream)
                .toList();
    }

    /// The same for a JVM that may be killed.
    ///
    /// @param temporary where it unpacks its native libraries and its web server's folders
    public static List<String> of(Jvm jvm, Path temporary, List<String> program) {
        var option = Stream.of("-Djava.io.tmpdir=" + temporary);
        return of(jvm, Stream.concat(option, program.stream()).toList());
    }

    /// The `java` of the JDK that runs us.
    public static Path executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
