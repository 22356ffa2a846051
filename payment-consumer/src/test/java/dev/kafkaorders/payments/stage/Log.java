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
final class Log {

    private static final EventReader READER = new EventReader();

    private Log() {}

    static List<Event<PaymentEvent>> payments(Map<String, Object> auditor) {
        return read(auditor, Topics.PAYMENTS).stream().map(Log::payment).toList();
    }

    private static Event<PaymentEvent> payment(ConsumerRecord<byte[], byte[]> record) {
        if (READER.read(record.headers(), record.value())
                instanceof
                Decoded.Known(Event<?>(var id, var source, var time, PaymentEvent payment))) {
            return new Event<>(id, source, time, payment);
        }
        throw new AssertionError("no payment event: " + record);
    }

    static List<ConsumerRecord<byte[], byte[]>> read(Map<String, Object> auditor, String topic) {
        var settings = new HashMap<>(auditor);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var deserializer = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
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
        var deserializer = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(auditor, deserializer, deserializer)) {
            return consumer.endOffsets(partitions);
        }
    }
}
