package dev.kafkaorders.payments.record;

import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An event as it was handed to us. The same event may be delivered more than once, from the topic
/// it was written to, from retry topics, or by an operator who replays it.
///
/// @param position where it was read now
/// @param original what was first written
/// @param eventId the event, or what a record is known by that holds none
/// @param orderId the order; what can't be read and has no order's key is an order of its own
/// @param attempts how often it was tried in vain
/// @param firstFailure when for the first time
/// @param isReplay whether somebody has brought it back on purpose
/// @param replaces the dead event of which this one is a corrected copy
public record Delivery(
        Position position,
        Original original,
        EventId eventId,
        UUID orderId,
        Content content,
        int attempts,
        Optional<Instant> firstFailure,
        boolean isReplay,
        Optional<EventId> replaces) {

    /// The same event, come with another record.
    public Delivery carriedBy(Delivery carrier) {
        return new Delivery(
                carrier.position(),
                original,
                eventId,
                orderId,
                content,
                attempts,
                firstFailure,
                isReplay,
                replaces);
    }

    /// This delivery as one of the event that it replaces.
    public Delivery ofReplaced(EventId replaced) {
        return new Delivery(
                position,
                original,
                replaced,
                orderId,
                content,
                attempts,
                firstFailure,
                isReplay,
                Optional.empty());
    }
}
