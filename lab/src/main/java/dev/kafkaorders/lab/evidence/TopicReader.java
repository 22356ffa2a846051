package dev.kafkaorders.lab.evidence;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics from their beginning to their last stable offset. What an open transaction holds
/// behind that is nobody's yet, neither committed nor aborted.
final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, String> auditor;

    TopicReader(Map<String, String> auditor) {
        this.auditor = auditor;
    }

    /// What readers of committed records see.
    void committed(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reading) {
        read(IsolationLevel.READ_COMMITTED, topics, reading);
    }

    /// What is there, aborted records included.
    void all(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reading) {
        read(IsolationLevel.READ_UNCOMMITTED, topics, reading);
    }

    private void read(
            IsolationLevel isolation,
            Collection<String> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> reading) {
        var partitions = topics.stream().flatMap(topic -> partitions(topic).stream()).toList();
        var ends = stableEnds(partitions);
        try (var consumer = consumer(isolation)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(partition, 0L)) {
                        reading.accept(record);
                    }
                }
            }
        }
    }

    private Map<TopicPartition, Long> stableEnds(List<TopicPartition> partitions) {
        try (var consumer = consumer(IsolationLevel.READ_COMMITTED)) {
            return consumer.endOffsets(partitions);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        var properties = new HashMap<String, Object>(auditor);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }
}
