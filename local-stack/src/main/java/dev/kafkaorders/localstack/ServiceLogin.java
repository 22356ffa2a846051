package dev.kafkaorders.localstack;

import static java.util.stream.Collectors.toMap;

import java.util.Locale;
import java.util.Map;

/// How a service of Spring Boot is told to log in to Kafka: its properties, or the same as
/// environment variables.
///
/// @param client what a plain client needs
public record ServiceLogin(Map<String, String> client) {
    private static final String PREFIX = "spring.kafka.";

    public ServiceLogin {
        client = Map.copyOf(client);
    }

    /// Such as `spring.kafka.bootstrap-servers` and `spring.kafka.properties.sasl.mechanism`.
    public Map<String, String> properties() {
        return client.entrySet().stream()
                .collect(toMap(property -> name(property.getKey()), Map.Entry::getValue));
    }

    /// Such as `SPRING_KAFKA_BOOTSTRAP_SERVERS` and `SPRING_KAFKA_PROPERTIES_SASL_MECHANISM`.
    public Map<String, String> environment() {
        return properties().entrySet().stream()
                .collect(toMap(property -> variable(property.getKey()), Map.Entry::getValue));
    }

    /// The same for clients within the service that log in as somebody else than it does: with the
    /// plain clients' names, below a property such as `orders.status.properties`.
    public Map<String, String> under(String property) {
        return client.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("bootstrap.servers"))
                .collect(toMap(entry -> property + "." + entry.getKey(), Map.Entry::getValue));
    }

    /// [#under(String)] as environment variables.
    public Map<String, String> environmentUnder(String property) {
        return under(property).entrySet().stream()
                .collect(toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
    }

    private static String name(String property) {
        return PREFIX
                + switch (property) {
                    case "bootstrap.servers" -> "bootstrap-servers";
                    case "security.protocol" -> property;
                    default -> "properties." + property;
                };
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
