package dev.kafkaorders.payments.payment;

import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.failure.Failure;
import java.util.Optional;

/// What became of one order event.
public sealed interface Settlement {

    /// It was dealt with.
    ///
    /// @param payment what the order's payment is now
    /// @param outcome what is to be told, if anything
    record Settled(Payment payment, Optional<PaymentEvent> outcome) implements Settlement {}

    /// It could not be dealt with, and nothing is known to have changed.
    record Unsettled(Failure failure) implements Settlement {}

    /// The gateway is away and was not asked. Nothing has changed.
    record Postponed() implements Settlement {}
}
