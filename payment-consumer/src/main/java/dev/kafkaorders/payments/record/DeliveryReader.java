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
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.stereotype.Component;

/// Makes deliveries of records. Takes any record, as what can't be read is one too.
@Component
public class DeliveryReader {

    private final EventReader events = new EventReader();

    /// A record that was polled.
    public Delivery read(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var discarded = text(headers, ReplayHeaders.DISCARDED);
        // An event in the topic where events are first written is at its beginning, whatever
        // headers somebody has copied along.
        var isRetry = !record.topic().equals(Topics.ORDERS);
        return read(
                Original.of(record),
                Position.of(record),
                discarded.map(Content.Discard::new),
                isRetry ? number(headers, RetryHeaders.ATTEMPTS) : 0,
                isRetry ? time(headers, RetryHeaders.FIRST_FAILURE) : Optional.empty(),
                !isRetry
                        && (text(headers, ReplayHeaders.REPLAY_ID).isPresent()
                                || FailureHeaders.isCopyOfFailed(headers)));
    }

    /// A record that was kept, as it was first written.
    public Delivery read(Original original) {
        return read(original, original.position(), Optional.empty(), 0, Optional.empty(), false);
    }

    /// When a record is due; empty when at once.
    public Optional<Instant> due(ConsumerRecord<byte[], byte[]> record) {
        return time(record.headers(), RetryHeaders.DUE);
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
        var named = text(headers, ReplayHeaders.REPLAY_OF).flatMap(DeliveryReader::eventId);
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
                position, original, eventId, orderId, content, attempts, firstFailure, isReplay);
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
        var key = original.key();
        return key == null ? Optional.empty() : uuid(new String(key, UTF_8));
    }

    private static Optional<EventId> eventId(String text) {
        return uuid(text).map(EventId::new);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int number(Headers headers, String name) {
        return text(headers, name)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<Instant> time(Headers headers, String name) {
        try {
            return text(headers, name).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
