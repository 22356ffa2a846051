package dev.kafkaorders.payments.payment;

import dev.kafkaorders.events.Money;
import java.util.UUID;

/// An order's payment. Each state offers only its legal moves, so that a second charge, or a refund
/// of what was never captured, doesn't compile.
public sealed interface Payment {

    UUID orderId();

    /// Nothing has happened yet. Never stored.
    record Awaited(UUID orderId) implements Payment {

        Captured captured(Money amount, String reference) {
            return new Captured(orderId, amount, reference);
        }

        Declined declined(Money amount, String reason) {
            return new Declined(orderId, amount, reason);
        }

        Cancelled cancelled() {
            return new Cancelled(orderId);
        }
    }

    /// The money was taken.
    record Captured(UUID orderId, Money amount, String reference) implements Payment {

        Refunded refunded(String refundReference) {
            return new Refunded(orderId, amount, reference, refundReference);
        }
    }

    /// Nothing was taken. Final.
    record Declined(UUID orderId, Money amount, String reason) implements Payment {}

    /// The money was given back. Final.
    record Refunded(UUID orderId, Money amount, String reference, String refundReference)
            implements Payment {}

    /// The cancellation came before the order; what the order asks for when it comes is refused.
    record Cancelled(UUID orderId) implements Payment {

        static final String REASON = "order_cancelled";

        Declined refused(Money amount) {
            return new Declined(orderId, amount, REASON);
        }
    }
}
