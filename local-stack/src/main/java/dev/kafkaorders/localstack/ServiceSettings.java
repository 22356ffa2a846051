package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Jvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A service to be run in a JVM of its own.
///
/// @param program what follows `java` and the options of `jvm` on the command line
/// @param port where it will answer; handed to it as `SERVER_PORT`
/// @param environment its configuration
/// @param jvm what its JVM is tuned for
public record ServiceSettings(
        String name, List<String> program, int port, Map<String, String> environment, Jvm jvm) {
    public ServiceSettings {
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    /// From its executable jar, as in production.
    public static ServiceSettings ofJar(
            String name, Path jar, int port, Map<String, String> environment) {
        return new ServiceSettings(
                name, List.of("-jar", jar.toString()), port, environment, Jvm.QUICK_TO_START);
    }

    /// From this JVM's own class path, so that a test can run what it is built with, test classes
    /// included.
    public static ServiceSettings ofMainClass(
            String name, Class<?> main, int port, Map<String, String> environment) {
        return new ServiceSettings(
                name,
                List.of("-cp", classPath(), main.getName()),
                port,
                environment,
                Jvm.QUICK_TO_START);
    }

    /// The same in a JVM that is tuned for something else.
    public ServiceSettings on(Jvm other) {
        return new ServiceSettings(name, program, port, environment, other);
    }

    /// The same with further options for its JVM.
    ///
    /// @param options an argument file of the `java` launcher
    public ServiceSettings with(Path options) {
        var all = Stream.concat(Stream.of("@" + options), program.stream()).toList();
        return new ServiceSettings(name, all, port, environment, jvm);
    }

    /// Surefire's own class path is a jar that it deletes when it is done.
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path", ""));
    }
}
