package dev.kafkaorders.payments.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.DeliveryReader;
import dev.kafkaorders.payments.stage.Orders;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/// Deliveries for tests.
final class Deliveries {

    private static final EventRecords RECORDS = new EventRecords();
    private static final DeliveryReader READER = new DeliveryReader();

    private Deliveries() {}

    static Delivery at(String topic, int partition, long offset) {
        return at(topic, partition, offset, Orders.placed("pm_ok"));
    }

    static Delivery at(String topic, int partition, long offset, OrderEvent event) {
        return at(topic, partition, offset, event, 0);
    }

    static Delivery at(String topic, int partition, long offset, OrderEvent event, int attempts) {
        return READER.read(record(topic, partition, offset, event, attempts));
    }

    static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, OrderEvent event, int attempts) {
        var record = RECORDS.toRecord(topic, Event.of("/test", Instant.EPOCH, event));
        record.headers().add(RetryHeaders.ATTEMPTS, Integer.toString(attempts).getBytes(UTF_8));
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
