package dev.kafkaorders.lab.benchmark.accepting;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/// The settings that order-producer gives its own producers, so that no arm is slower for want of
/// tuning: above all the short wait before a transaction that follows another is tried again.
public final class ProducerTuning {
    private ProducerTuning() {}

    /// For one transaction after the other; what lingers is flushed by the commit.
    public static Map<String, Object> transactional(Map<String, ?> client) {
        var properties = durable(client);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return properties;
    }

    static Map<String, Object> idempotent(Map<String, ?> client) {
        return durable(client);
    }

    private static Map<String, Object> durable(Map<String, ?> client) {
        var properties = new HashMap<String, Object>(client);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
        properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        properties.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 200);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
        return properties;
    }
}
