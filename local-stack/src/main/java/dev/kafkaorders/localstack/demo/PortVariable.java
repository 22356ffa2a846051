package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.Map;

/// An environment variable that moves a port, or the first of several in a row.
enum PortVariable {
    DEMO_KAFKA_PORT("Kafka's clients", 19092, KafkaSettings.NODES),
    DEMO_CONTROLLER_PORT("Kafka's controllers", 19192, KafkaSettings.NODES),
    DEMO_KAFKA_METRICS_PORT("Kafka's metrics", 19404, KafkaSettings.NODES),
    DEMO_POSTGRES_PORT("PostgreSQL", 15432, 1),
    DEMO_ORDER_PRODUCER_PORT("order-producer", 8081, 1),
    DEMO_PAYMENT_CONSUMER_PORT("payment-consumer", 8082, 1),
    DEMO_DLQ_REPLAYER_PORT("dlq-replayer", 8083, 1);

    private static final int HIGHEST = 65_535;

    private final String user;
    private final int defaultPort;
    private final int count;

    PortVariable(String user, int defaultPort, int count) {
        this.user = user;
        this.defaultPort = defaultPort;
        this.count = count;
    }

    /// Who listens there.
    String user() {
        return user;
    }

    int defaultPort() {
        return defaultPort;
    }

    int count() {
        return count;
    }

    int in(Map<String, String> environment) {
        var value = environment.getOrDefault(name(), "");
        if (value.isBlank()) {
            return defaultPort;
        }
        try {
            var port = Integer.parseInt(value.strip());
            if (port >= 1 && port + count - 1 <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the numbers that are no ports.
        }
        throw new StartFailed("%s is not a port: %s".formatted(name(), value));
    }
}
