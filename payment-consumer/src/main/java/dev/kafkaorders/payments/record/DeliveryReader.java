package dev.kafkaorders.payments.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.failure.Failure;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.stereotype.Component;

/// Makes deliveries of records. Takes any record, as what can't be read is one too.
@Component
public class DeliveryReader {

    private final EventReader events = new EventReader();

    /// A record that was polled.
    public Delivery read(ConsumerRecord<byte[], byte[]> record) {
        var values = new HeaderValues(record.headers());
        if (isRetry(record)) {
            return read(
                    Original.of(record),
                    Position.of(record),
                    values.text(ReplayHeaders.DISCARDED).map(Content.Discard::new),
                    values.digits(RetryHeaders.ATTEMPTS).orElse(0),
                    values.time(RetryHeaders.FIRST_FAILURE),
                    false);
        }
        // Where events are first written, one is at its beginning, whatever headers somebody has
        // copied along.
        var isReplay =
                values.text(ReplayHeaders.REPLAY_ID).isPresent()
                        || FailureHeaders.isCopyOfFailed(record.headers());
        return read(
                Original.of(record),
                Position.of(record),
                Optional.empty(),
                0,
                Optional.empty(),
                isReplay);
    }

    /// A record that was kept, as it was first written.
    public Delivery read(Original original) {
        return read(original, original.position(), Optional.empty(), 0, Optional.empty(), false);
    }

    /// When a record is due; empty when at once.
    public Optional<Instant> due(ConsumerRecord<byte[], byte[]> record) {
        return isRetry(record)
                ? new HeaderValues(record.headers()).time(RetryHeaders.DUE)
                : Optional.empty();
    }

    private static boolean isRetry(ConsumerRecord<?, ?> record) {
        return !record.topic().equals(Topics.ORDERS);
    }

    private Delivery read(
            Original original,
            Position position,
            Optional<Content> discard,
            int attempts,
            Optional<Instant> firstFailure,
            boolean isReplay) {
        var headers = new RecordHeaders(original.headers());
        var decoded = events.read(headers, original.value());
        var event = orderEvent(decoded);
        var named = new HeaderValues(headers).uuid(ReplayHeaders.REPLAY_OF).map(EventId::new);
        var eventId =
                event.map(Event::id)
                        .filter(_ -> discard.isEmpty() || named.isEmpty())
                        .or(() -> named)
                        .orElseGet(() -> idOf(original.position()));
        var orderId =
                event.map(known -> known.data().orderId())
                        .or(() -> keyOf(original))
                        .orElseGet(eventId::value);
        var content =
                discard.or(() -> event.map(known -> new Content.Order(known.data())))
                        .orElseGet(() -> new Content.Unreadable(failure(decoded)));
        return new Delivery(
                position,
                original,
                eventId,
                orderId,
                content,
                attempts,
                firstFailure,
                isReplay,
                named.filter(dead -> !dead.equals(eventId)));
    }

    private static Optional<Event<OrderEvent>> orderEvent(Decoded decoded) {
        return decoded
                        instanceof
                        Decoded.Known(Event<?>(var id, var source, var time, OrderEvent order))
                ? Optional.of(new Event<>(id, source, time, order))
                : Optional.empty();
    }

    private static Failure failure(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Known(Event<?> event) ->
                    new Failure.Unreadable("no order event: " + event.type());
            case Decoded.UnknownType(var typeName) ->
                    new Failure.UnknownType("unknown type: " + typeName);
            case Decoded.Malformed(var reason) -> new Failure.Unreadable("malformed: " + reason);
        };
    }

    private static EventId idOf(Position position) {
        return EventId.ofUnreadable(position.topic(), position.partition(), position.offset());
    }

    /// Records are keyed by their order.
    private static Optional<UUID> keyOf(Original original) {
        return Optional.ofNullable(original.key())
                .flatMap(key -> HeaderValues.uuidOf(new String(key, UTF_8)));
    }
}
