package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A topic whose records can be counted, and whose cleaner can be hurried. Closed, it is cleaned
/// again as its owner has configured it.
final class CompactedTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /// Not for production: segments of a moment's length, and a cleaner that never rests.
    private static final Map<String, String> HURRY =
            Map.of(
                    "segment.ms", "100",
                    "min.cleanable.dirty.ratio", "0.01",
                    "max.compaction.lag.ms", "100");

    private static final Map<String, String> HURRY_OF_BROKERS =
            Map.of("log.cleaner.backoff.ms", "500");

    private final String name;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    /// @param administrator what a client needs that may alter settings
    CompactedTopic(Map<String, String> administrator, String name) {
        this.name = name;
        admin = Admin.create(new HashMap<>(administrator));
        var properties = new HashMap<String, Object>(administrator);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(name, partition))
                        .toList());
    }

    /// How many records there are of each key.
    Map<String, Integer> read() {
        var counts = new HashMap<String, Integer>();
        consumer.seekToBeginning(consumer.assignment());
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                counts.merge(record.key(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// Has the brokers take away, within a second or two, what later records have replaced.
    void cleanSoon() {
        alter(HURRY, HURRY_OF_BROKERS, OpType.SET);
    }

    private void alter(Map<String, String> topic, Map<String, String> brokers, OpType type) {
        var resources =
                Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, name),
                        operations(topic, type),
                        new ConfigResource(ConfigResource.Type.BROKER, ""),
                        operations(brokers, type));
        try {
            admin.incrementalAlterConfigs(resources).all().get();
        } catch (ExecutionException e) {
            throw new BrokenPromise("the configuration can't be altered: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenPromise("interrupted");
        }
    }

    private static Collection<AlterConfigOp> operations(Map<String, String> values, OpType type) {
        return values.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), type))
                .toList();
    }

    @Override
    public void close() {
        try {
            alter(HURRY, HURRY_OF_BROKERS, OpType.DELETE);
        } finally {
            consumer.close();
            admin.close();
        }
    }
}
