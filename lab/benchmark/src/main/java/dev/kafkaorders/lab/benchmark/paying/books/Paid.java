package dev.kafkaorders.lab.benchmark.paying.books;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentEvent;
import java.time.Instant;

/// An order that was charged for.
///
/// @param reference the gateway's name for the charge
public record Paid(Incoming incoming, String reference, Instant time) {
    static final String SOURCE = "/payment-consumer";

    /// What is told about it.
    public Event<PaymentEvent> outcome() {
        var order = incoming.order();
        return Event.of(
                SOURCE, time, new PaymentCaptured(order.orderId(), order.total(), reference));
    }
}
