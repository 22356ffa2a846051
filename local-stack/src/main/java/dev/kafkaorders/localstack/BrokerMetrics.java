package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The brokers' own metrics, for Prometheus: an agent in each node's JVM that serves them over
/// HTTP, on the loopback interface only.
///
/// @param configuration which of them, and under what names
/// @param ports where they are served, by node
public record BrokerMetrics(Path configuration, List<Integer> ports) {
    private static final String PROPERTY = "kafkaorders.jmx-exporter.lib";

    public BrokerMetrics {
        ports = List.copyOf(ports);
        if (ports.size() != KafkaSettings.NODES) {
            throw new IllegalArgumentException(
                    "A port for each of " + KafkaSettings.NODES + " nodes is needed");
        }
    }

    /// @throws StartFailed when the agent's jar is missing, or there are two
    String agent(int node) {
        return "-javaagent:%s=127.0.0.1:%d:%s".formatted(jar(), ports.get(node - 1), configuration);
    }

    private static Path jar() {
        var lib = Binaries.locate("jmx-exporter", PROPERTY);
        try (var files = Files.list(lib)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            if (jars.size() != 1) {
                throw new StartFailed(
                        "Expected one jar in %s, found %s. `mvn clean` removes what is old."
                                .formatted(lib, jars));
            }
            return jars.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
