package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The broker's jars. They run in JVMs of their own and are never on a class path of ours, because
/// they bring log4j and an older Jackson.
record KafkaDistribution(Path lib) {
    private static final String PROPERTY = "kafkaorders.kafka.lib";

    /// @throws StartFailed when the jars are missing, or two versions are mixed
    static KafkaDistribution locate() {
        var lib = Binaries.locate("kafka", PROPERTY);
        var versions = versions(lib);
        if (versions.size() != 1) {
            throw new StartFailed(
                    "Expected one kafka-server jar in %s, found %s. `mvn clean` removes what is old."
                            .formatted(lib, versions));
        }
        return new KafkaDistribution(lib);
    }

    /// @param arguments a file with a line for each
    List<String> format(Path arguments) {
        return JavaCommand.of(
                Jvm.QUICK_TO_START,
                List.of("-cp", lib + "/*", "kafka.tools.StorageTool", "format", "@" + arguments));
    }

    /// @param agent an option of the JVM, if there is to be an agent in it
    List<String> run(
            Jvm jvm, Path temporary, Path configuration, Path logging, Optional<String> agent) {
        var command = new ArrayList<String>();
        agent.ifPresent(command::add);
        command.addAll(
                List.of(
                        "-Dlog4j2.configurationFile=" + logging,
                        // For the native compression libraries and Scala's lazy values, of which
                        // JDK 25
                        // warns.
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        lib + "/*",
                        "kafka.Kafka",
                        configuration.toString()));
        return JavaCommand.of(jvm, temporary, command);
    }

    private static List<String> versions(Path lib) {
        try (var jars = Files.list(lib)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.matches("kafka-server-\\d.*\\.jar"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
