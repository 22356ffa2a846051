package dev.kafkaorders.lab.evidence;

import java.net.URI;
import java.util.Map;

/// Where evidence is found.
///
/// @param auditor what a Kafka client needs to read all topics
/// @param gateway where the payment gateway listens, without a path
/// @param orders where an order-producer listens, without a path
public record Sources(
        Map<String, String> auditor,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        URI gateway,
        URI orders) {

    public Sources {
        auditor = Map.copyOf(auditor);
    }
}
