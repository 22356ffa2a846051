package dev.kafkaorders.payments.inbox;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentEvent;
import java.time.Instant;

/// Makes events of outcomes.
public final class Outcomes {

    private static final String SOURCE = "/payment-consumer";

    private Outcomes() {}

    /// Milliseconds are kept, so that the event is the same after a visit to the database.
    public static Event<PaymentEvent> event(Instant time, PaymentEvent outcome) {
        return Event.of(SOURCE, time.truncatedTo(MILLIS), outcome);
    }
}
