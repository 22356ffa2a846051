package dev.kafkaorders.lab.benchmark.workload;

import dev.kafkaorders.lab.benchmark.workload.Completions.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What stands in a topic and is committed.
public final class WrittenRecords {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> client;

    /// @param client what a client of Kafka needs to read
    public WrittenRecords(Map<String, String> client) {
        this.client = Map.copyOf(client);
    }

    /// When how many were written, by their timestamps.
    public Completions in(String topic) {
        var counts = new TreeMap<Instant, Long>();
        try (var consumer = consumer()) {
            var partitions = partitions(consumer, topic);
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    counts.merge(Instant.ofEpochMilli(record.timestamp()), 1L, Long::sum);
                }
            }
        }
        return new Completions(
                counts.entrySet().stream()
                        .map(entry -> new Moment(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// What can be asked how many there are, again and again.
    public TopicEnd endOf(String topic) {
        var consumer = consumer();
        return new TopicEnd(consumer, partitions(consumer, topic));
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        var properties = new HashMap<String, Object>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
