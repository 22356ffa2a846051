package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// The identity of an event, and what every reader deduplicates by.
///
/// Not Kafka's idempotent producer, which tells apart retries of one producer session, and not the
/// `Idempotency-Key` of an HTTP client, which tells apart requests. An event keeps its id wherever
/// and however often it is written.
public record EventId(UUID value) {

    /// The version of those that [NameBasedUuid#at] makes.
    private static final int ORDERED = 8;

    private static final UUID NAMESPACE = UUID.fromString("6f0c4c6e-54b1-5d0e-9b0a-5a3c1d1f7e01");

    public EventId {
        requireNonNull(value, "value");
    }

    /// The id of an order's event of that type. It is derived, so that two writers of the same fact
    /// write the same event, and in order of time if the order's id is: whoever remembers events
    /// finds the last ones close together.
    public static EventId of(UUID orderId, EventType type) {
        var name = orderId + "/" + type.typeName();
        return new EventId(
                orderId.version() == ORDERED
                        ? NameBasedUuid.beside(orderId, NAMESPACE, name)
                        : NameBasedUuid.of(NAMESPACE, name));
    }

    /// The id of what a record holds that no reader can read: it follows from where the record
    /// stands, so that it is the same whenever it is read.
    public static EventId ofUnreadable(String topic, int partition, long offset) {
        return new EventId(NameBasedUuid.of(NAMESPACE, topic + "-" + partition + "-" + offset));
    }

    /// Reads what [#toString] wrote.
    ///
    /// @throws IllegalArgumentException when the text is no UUID
    public static EventId parse(String text) {
        return new EventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
