package dev.kafkaorders.payments.stage;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.Topics;
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
/// only. Waits for transactions that are being completed, which Kafka does partition by partition.
///
/// It stays logged in: tests look again and again.
final class Log implements AutoCloseable {

    private final EventReader reader = new EventReader();
    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> everything;

    Log(Map<String, Object> auditor) {
        committed = consumer(auditor, "read_committed");
        everything = consumer(auditor, "read_uncommitted");
    }

    List<Event<PaymentEvent>> payments() {
        return read(Topics.PAYMENTS).stream().map(this::payment).toList();
    }

    private Event<PaymentEvent> payment(ConsumerRecord<byte[], byte[]> record) {
        if (reader.read(record.headers(), record.value())
                instanceof
                Decoded.Known(Event<?>(var id, var source, var time, PaymentEvent payment))) {
            return new Event<>(id, source, time, payment);
        }
        throw new AssertionError("no payment event: " + record);
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
