package dev.kafkaorders.replayer.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic from its beginning to its end as everybody else can see it: committed records
/// only. Waits for transactions that are being completed.
final class Log {

    private Log() {}

    static List<ConsumerRecord<byte[], byte[]>> read(Map<String, Object> auditor, String topic) {
        try (var consumer = consumer(auditor, "read_committed")) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = ends(auditor, partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// With open transactions, which a consumer with read_committed wouldn't be told.
    private static Map<TopicPartition, Long> ends(
            Map<String, Object> auditor, List<TopicPartition> partitions) {
        try (var consumer = consumer(auditor, "read_uncommitted")) {
            return consumer.endOffsets(partitions);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            Map<String, Object> auditor, String isolation) {
        var deserializer = new ByteArrayDeserializer();
        var settings = new HashMap<>(auditor);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(settings, deserializer, deserializer);
    }
}
