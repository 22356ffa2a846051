package dev.kafkaorders.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Makes records of events, keyed by their order. Ready-made bytes are what a transaction wants to
/// be given: a record that can't be serialized is then found before the transaction, not inside it.
public final class EventRecords {

    private final EventSerializer serializer = new EventSerializer();

    public ProducerRecord<byte[], byte[]> toRecord(String topic, Event<?> event) {
        var key = event.data().orderId().toString().getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<byte[], byte[]>(topic, key, null);
        var value = serializer.serialize(topic, record.headers(), event);
        return new ProducerRecord<>(topic, null, key, value, record.headers());
    }
}
