package dev.kafkaorders.localstack;

import java.util.List;
import java.util.Locale;

/// A second way to the brokers, for clients with something in between, such as a proxy that can cut
/// them off. Who comes this way is told the advertised ports, and so stays on it.
///
/// @param name of the brokers' listener
/// @param ports where the nodes listen, by node
/// @param advertised where clients connect, by node
public record Detour(String name, List<Integer> ports, List<Integer> advertised) {
    public Detour {
        if (!name.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a listener: " + name);
        }
        ports = List.copyOf(ports);
        advertised = List.copyOf(advertised);
        if (ports.size() != KafkaSettings.NODES || advertised.size() != KafkaSettings.NODES) {
            throw new IllegalArgumentException(
                    "A port for each of " + KafkaSettings.NODES + " nodes is needed");
        }
    }

    String listener(int node) {
        return endpoint(ports.get(node - 1));
    }

    String advertisedListener(int node) {
        return endpoint(advertised.get(node - 1));
    }

    String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }

    private String endpoint(int port) {
        return name + "://127.0.0.1:" + port;
    }
}
