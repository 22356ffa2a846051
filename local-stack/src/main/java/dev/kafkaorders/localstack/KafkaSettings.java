package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.Jvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a cluster lives.
///
/// @param directory data, configuration and logs of all nodes
/// @param brokerPorts where clients connect, by node
/// @param controllerPorts where the nodes vote, by node
/// @param farewell what becomes of the directory when whoever started the cluster is done
/// @param detours other ways to the brokers
/// @param jvm what the nodes' JVMs are tuned for
public record KafkaSettings(
        Path directory,
        List<Integer> brokerPorts,
        List<Integer> controllerPorts,
        Farewell farewell,
        List<Detour> detours,
        Jvm jvm) {
    /// Three nodes: the fewest of which one may be away while a majority stays, in the quorum and
    /// in the replicas.
    public static final int NODES = 3;

    public KafkaSettings {
        brokerPorts = List.copyOf(brokerPorts);
        controllerPorts = List.copyOf(controllerPorts);
        detours = List.copyOf(detours);
        if (brokerPorts.size() != NODES || controllerPorts.size() != NODES) {
            throw new IllegalArgumentException("A port for each of " + NODES + " nodes is needed");
        }
    }

    /// A cluster that outlives its starter on disk, to be started again.
    public static KafkaSettings in(
            Path directory, List<Integer> brokerPorts, List<Integer> controllerPorts) {
        return new KafkaSettings(
                directory,
                brokerPorts,
                controllerPorts,
                Farewell.STOP,
                List.of(),
                Jvm.QUICK_TO_START);
    }

    /// A cluster for tests: any free ports, and nothing left of it afterwards.
    public static KafkaSettings ephemeral() {
        try {
            var ports = FreePorts.some(2 * NODES);
            return new KafkaSettings(
                    Files.createTempDirectory("local-kafka"),
                    ports.subList(0, NODES),
                    ports.subList(NODES, 2 * NODES),
                    Farewell.DISCARD,
                    List.of(),
                    Jvm.QUICK_TO_START);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, with these other ways to the brokers.
    public KafkaSettings withDetours(List<Detour> other) {
        return new KafkaSettings(directory, brokerPorts, controllerPorts, farewell, other, jvm);
    }

    /// The same, in JVMs that are tuned for something else.
    public KafkaSettings on(Jvm other) {
        return new KafkaSettings(directory, brokerPorts, controllerPorts, farewell, detours, other);
    }

    int brokerPort(int node) {
        return brokerPorts.get(node - 1);
    }

    int controllerPort(int node) {
        return controllerPorts.get(node - 1);
    }
}
