package dev.kafkaorders.replayer.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// What is to be written, all or none. It is only collected here: whoever decides can change his
/// mind without a Kafka transaction to abort.
public final class Transaction {

    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<ConsumerGroupMetadata, Map<TopicPartition, OffsetAndMetadata>> offsets =
            new HashMap<>();
    private final List<Runnable> consequences = new ArrayList<>();

    public void write(ProducerRecord<byte[], byte[]> record) {
        records.add(record);
    }

    /// Commits offsets of a group.
    public void commit(ConsumerGroupMetadata group, Map<TopicPartition, Long> positions) {
        var committed = new HashMap<TopicPartition, OffsetAndMetadata>();
        positions.forEach((partition, at) -> committed.put(partition, new OffsetAndMetadata(at)));
        offsets.put(group, committed);
    }

    /// Runs in the writer's thread once the transaction is committed, and only then.
    public void afterwards(Runnable consequence) {
        consequences.add(consequence);
    }

    boolean isEmpty() {
        return records.isEmpty() && offsets.isEmpty();
    }

    List<ProducerRecord<byte[], byte[]>> records() {
        return records;
    }

    Map<ConsumerGroupMetadata, Map<TopicPartition, OffsetAndMetadata>> offsets() {
        return offsets;
    }

    void isCommitted() {
        consequences.forEach(Runnable::run);
    }
}
