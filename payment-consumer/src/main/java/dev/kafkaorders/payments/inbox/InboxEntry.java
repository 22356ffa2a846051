package dev.kafkaorders.payments.inbox;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.record.Position;
import java.util.Optional;
import java.util.UUID;

/// An event, and what was decided about it.
///
/// @param attempts how often it was tried in vain
/// @param decidedBy the delivery that decided; when that one comes again, Kafka may not have heard
/// @param carrier the event that took this one along, if that was what was delivered
/// @param outcome what is told about it, now and when that delivery comes again
public record InboxEntry(
        EventId eventId,
        UUID orderId,
        EventState state,
        int attempts,
        Position decidedBy,
        Optional<Carrier> carrier,
        Optional<Event<PaymentEvent>> outcome) {

    /// Whether it holds up the events of its order that come later.
    public boolean isHead() {
        return switch (state) {
            case RETRYING, DEAD -> true;
            case SETTLED, PARKED -> false;
        };
    }

    /// Whether nothing says which order it belongs to. So nothing is parked behind it either.
    public boolean isOrderOfItsOwn() {
        return orderId.equals(eventId.value());
    }

    /// The event whose delivery took another one along.
    ///
    /// @param number as which of those that were taken along, from 0
    public record Carrier(EventId eventId, int number) {}
}
