package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.payment.Payment;
import java.util.Optional;

/// A new event that was settled.
///
/// @param payment what the order's payment is after it
/// @param outcome what is to be told about it
record SettledDelivery(Delivery delivery, Payment payment, Optional<Event<PaymentEvent>> outcome) {}
