package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// An event as it travels: the CloudEvents 1.0 attributes and the data.
///
/// @param id what readers deduplicate by
/// @param source who says so, a URI reference such as `/order-producer`
/// @param time when it happened
/// @param data what happened
public record Event<T extends DomainEvent>(EventId id, String source, Instant time, T data) {

    public Event {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        requireNonNull(time, "time");
        requireNonNull(data, "data");
    }

    /// An event with the id that its order and type give it.
    public static <T extends DomainEvent> Event<T> of(String source, Instant time, T data) {
        return new Event<>(EventId.of(data.orderId(), EventType.of(data)), source, time, data);
    }

    public EventType type() {
        return EventType.of(data);
    }
}
