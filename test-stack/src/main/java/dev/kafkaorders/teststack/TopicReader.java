package dev.kafkaorders.teststack;

import dev.kafkaorders.cluster.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics from their beginning as everybody else can see them: committed records only. It
/// stays logged in, as tests look again and again.
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> everything;

    TopicReader(TestStack stack) {
        committed = consumer(stack, IsolationLevel.READ_COMMITTED);
        everything = consumer(stack, IsolationLevel.READ_UNCOMMITTED);
    }

    /// Everything. Waits for transactions that are being completed, which Kafka does partition by
    /// partition.
    public synchronized List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var partitions = partitions(topic);
        // With open transactions, which a consumer with read_committed wouldn't be told.
        return readTo(everything.endOffsets(partitions));
    }

    /// What is before the first open transaction of each partition, without waiting for its end.
    public synchronized List<ConsumerRecord<byte[], byte[]>> readStable(String topic) {
        var partitions = partitions(topic);
        return readTo(committed.endOffsets(partitions));
    }

    private List<TopicPartition> partitions(String topic) {
        return committed.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> readTo(Map<TopicPartition, Long> ends) {
        committed.assign(ends.keySet());
        committed.seekToBeginning(ends.keySet());
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (ends.entrySet().stream()
                .anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
            committed.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(
            TestStack stack, IsolationLevel isolation) {
        var settings = stack.clientAs(Users.AUDITOR);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // A look begins once each broker has answered the fetch that the look before left behind.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(settings, deserializer, deserializer);
    }

    @Override
    public synchronized void close() {
        committed.close();
        everything.close();
    }
}
