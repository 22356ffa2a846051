package dev.kafkaorders.lab.stack;

import dev.kafkaorders.localstack.Detour;
import dev.kafkaorders.localstack.KafkaSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A way to the brokers of its own for each service, with a [Link] that can be cut. The brokers
/// tell who comes by it to come back by it: a proxy before their usual ports would be left with the
/// first answer.
final class Links {
    private final Map<String, Detour> detours = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    Links(List<String> services, LabPorts ports) {
        for (var service : services) {
            var name = service.replace('-', '_').toUpperCase(Locale.ROOT);
            var detour = new Detour(name, ports.perNode(), ports.perNode());
            detours.put(service, detour);
            links.put(service, new Link(service, proxies(detour)));
        }
    }

    List<Detour> detours() {
        return List.copyOf(detours.values());
    }

    List<Link> all() {
        return List.copyOf(links.values());
    }

    /// Where that service finds the brokers.
    String bootstrapServers(String service) {
        return Objects.requireNonNull(detours.get(service)).advertised().stream()
                .map(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(","));
    }

    private static List<Proxy> proxies(Detour detour) {
        return IntStream.range(0, KafkaSettings.NODES)
                .mapToObj(
                        node -> new Proxy(detour.advertised().get(node), detour.ports().get(node)))
                .toList();
    }
}
