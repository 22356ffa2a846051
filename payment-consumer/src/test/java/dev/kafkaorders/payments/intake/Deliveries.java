package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderEvent;
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
        var record = RECORDS.toRecord(topic, Event.of("/test", Instant.EPOCH, event));
        return READER.read(
                new ConsumerRecord<>(
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
                        Optional.empty()));
    }
}
