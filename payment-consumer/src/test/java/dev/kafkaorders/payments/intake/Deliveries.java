package dev.kafkaorders.payments.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.DeliveryReader;
import dev.kafkaorders.payments.stage.Orders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
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

    /// An event with an id of the test's choice.
    static Delivery of(EventId id, OrderEvent event, long offset) {
        return READER.read(consumed(record(id, event), 0, offset));
    }

    /// A corrected copy of an event that died.
    static Delivery correction(EventId dead, OrderEvent event) {
        var record = record(new EventId(UUID.randomUUID()), event);
        record.headers()
                .add(ReplayHeaders.REPLAY_ID, "replay-1".getBytes(UTF_8))
                .add(ReplayHeaders.REPLAY_OF, dead.toString().getBytes(UTF_8));
        return READER.read(consumed(record, 0, 7));
    }

    /// The event of a dead letter, brought back.
    static Delivery replayed(OrderEvent event, long offset) {
        return replayed(event, offset, 1);
    }

    /// @param count how often it has been replayed by then, each time by a replay of its own
    static Delivery replayed(OrderEvent event, long offset, int count) {
        var record = RECORDS.toRecord(Topics.ORDERS, Event.of("/test", Instant.EPOCH, event));
        replayMark(count).forEach(record.headers()::add);
        return READER.read(consumed(record, 0, offset));
    }

    static List<Header> replayMark(int count) {
        return List.of(
                new RecordHeader(ReplayHeaders.REPLAY_ID, ("replay-" + count).getBytes(UTF_8)),
                new RecordHeader(
                        ReplayHeaders.REPLAY_COUNT, Integer.toString(count).getBytes(UTF_8)));
    }

    static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, OrderEvent event, int attempts) {
        var record = RECORDS.toRecord(topic, Event.of("/test", Instant.EPOCH, event));
        record.headers().add(RetryHeaders.ATTEMPTS, Integer.toString(attempts).getBytes(UTF_8));
        return consumed(record, partition, offset);
    }

    private static ProducerRecord<byte[], byte[]> record(EventId id, OrderEvent event) {
        return RECORDS.toRecord(Topics.ORDERS, new Event<>(id, "/test", Instant.EPOCH, event));
    }

    private static ConsumerRecord<byte[], byte[]> consumed(
            ProducerRecord<byte[], byte[]> record, int partition, long offset) {
        return new ConsumerRecord<>(
                record.topic(),
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
