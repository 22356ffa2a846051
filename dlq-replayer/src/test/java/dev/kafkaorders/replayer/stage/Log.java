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
/// only. Waits for transactions that are being completed. It stays logged in: tests look again and
/// again.
final class Log implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> everything;

    Log(Map<String, Object> auditor) {
        committed = consumer(auditor, "read_committed");
        everything = consumer(auditor, "read_uncommitted");
    }

    synchronized List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var partitions =
                committed.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
        // With open transactions, which a consumer with read_committed wouldn't be told.
        var ends = everything.endOffsets(partitions);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (partitions.stream().anyMatch(p -> committed.position(p) < ends.get(p))) {
            committed.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            Map<String, Object> auditor, String isolation) {
        var settings = new HashMap<>(auditor);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, deserializer, deserializer);
    }

    @Override
    public synchronized void close() {
        committed.close();
        everything.close();
    }
}
