package dev.kafkaorders.orders.status.tracking;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.status.RocksMemory;
import dev.kafkaorders.orders.status.StatusSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// How Kafka Streams is configured: what is only fast may be configured otherwise, what the promise
/// needs is set last.
final class StreamsProperties {

    private static final int POLL_RECORDS = 1_000;
    private static final int FETCH_BYTES = 4 * 1024 * 1024;
    private static final int PARTITION_FETCH_BYTES = 512 * 1024;
    private static final int FETCH_MIN_BYTES = 256 * 1024;
    private static final int FETCH_MAX_WAIT = 50;
    private static final int BATCH_BYTES = 64 * 1024;
    private static final int TRANSACTION_TIMEOUT = 10_000;

    private StreamsProperties() {}

    /// @param clients where Kafka is, security
    static Properties of(Map<String, Object> clients, StatusSettings settings, RocksMemory memory) {
        Map<String, Object> all = new HashMap<>(tuning(settings));
        all.putAll(reading(settings));
        all.putAll(clients);
        all.putAll(settings.properties());
        all.putAll(guarantees(settings));
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        all.put(BoundedRocks.MEMORY, memory);
        var properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    private static Map<String, Object> tuning(StatusSettings settings) {
        return Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis(),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.cache().toBytes(),
                // Facts may come in any order, so no topic waits for another.
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
                // Documents are alike: a quarter of the bytes for every broker to copy.
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                BATCH_BYTES);
    }

    private static Map<String, Object> reading(StatusSettings settings) {
        return Map.of(
                // Each broker has something new after each transaction; a few of them together cost
                // it one answer instead of one each. What is read is not told before the commit.
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
                FETCH_MIN_BYTES,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                FETCH_MAX_WAIT,
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                POLL_RECORDS,
                StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
                FETCH_BYTES,
                StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                PARTITION_FETCH_BYTES,
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                (int) settings.sessionTimeout().toMillis());
    }

    private static Map<String, Object> guarantees(StatusSettings settings) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                Topics.ORDER_STATUS_APPLICATION,
                CommonClientConfigs.CLIENT_ID_CONFIG,
                Topics.ORDER_STATUS_APPLICATION + "-" + settings.instanceId(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDirectory().resolve("streams").toString(),
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                settings.standbyReplicas(),
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                // Whoever comes back in time has its partitions without a rebalance.
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                settings.instanceId(),
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                TRANSACTION_TIMEOUT);
    }
}
