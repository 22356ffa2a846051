package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.UUID;

/// What payment-consumer's database knows of an event.
///
/// @param attempts how often it was tried in vain since it last began anew
/// @param decidedBy the delivery that put it into its state
/// @param processed when, by the clock of the database
/// @param deliveries how often it came
public record InboxRow(
        EventId event,
        UUID order,
        State state,
        int attempts,
        Place decidedBy,
        Instant processed,
        int deliveries) {

    /// The names are those in the column.
    public enum State {
        SETTLED,
        RETRYING,
        PARKED,
        DEAD
    }

    boolean isSettled() {
        return state == State.SETTLED;
    }

    /// Whether it is to be tried again, or will only be once somebody sees to it.
    boolean hasFailed() {
        return state == State.RETRYING || state == State.DEAD;
    }
}
