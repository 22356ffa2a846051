package dev.kafkaorders.payments.stage;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.TopicReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What stands in the topics, payments as such.
record Log(TopicReader topics) implements AutoCloseable {

    List<Event<PaymentEvent>> payments() {
        var reader = new EventReader();
        return read(Topics.PAYMENTS).stream().map(record -> payment(record, reader)).toList();
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return topics.read(topic);
    }

    private static Event<PaymentEvent> payment(
            ConsumerRecord<byte[], byte[]> record, EventReader reader) {
        if (reader.read(record.headers(), record.value())
                instanceof
                Decoded.Known(Event<?>(var id, var source, var time, PaymentEvent payment))) {
            return new Event<>(id, source, time, payment);
        }
        throw new AssertionError("no payment event: " + record);
    }

    @Override
    public void close() {
        topics.close();
    }
}
