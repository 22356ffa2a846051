package dev.kafkaorders.payments.payment;

import dev.kafkaorders.events.PaymentEvent;
import java.util.Optional;

/// What became of one order event.
public sealed interface Settlement {

    /// It was dealt with.
    ///
    /// @param payment what the order's payment is now
    /// @param outcome what is to be told, if anything
    record Settled(Payment payment, Optional<PaymentEvent> outcome) implements Settlement {}

    /// It could not be dealt with now, and nothing is known to have changed.
    ///
    /// @param reason for a person
    record Unsettled(String reason) implements Settlement {}
}
