package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.retry.Hop;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/// What becomes of a delivery.
sealed interface Fate {

    /// Its event was dealt with.
    ///
    /// @param payment what the order's payment is after it
    /// @param outcome what is to be told about it
    record Settled(Payment payment, Optional<Event<PaymentEvent>> outcome) implements Fate {}

    /// It failed and is to be tried again.
    record Retried(Failed failed, Hop hop) implements Fate {}

    /// It failed for good.
    record Dead(Failed failed) implements Fate {}

    /// It waits behind an earlier one of its order.
    ///
    /// @param head the one that it waits behind, if that was so before this batch
    record Parked(Optional<EventId> head) implements Fate {}

    /// It was decided about by this very delivery, but maybe nobody was told.
    ///
    /// @param outcomes what is to be told again
    record Repeated(List<Event<PaymentEvent>> outcomes) implements Fate {}

    /// It lies dead, decided by this very delivery, but maybe nobody was told.
    ///
    /// @param letter the headers of its dead letter
    record StillDead(List<Header> letter) implements Fate {}

    /// It is a copy of what was or will be told elsewhere.
    record Ignored() implements Fate {}
}
