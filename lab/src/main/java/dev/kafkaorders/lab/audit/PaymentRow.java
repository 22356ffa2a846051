package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What payment-consumer's database knows of an order's payment.
///
/// @param reference the gateway's name for the charge
/// @param refundReference the gateway's name for the refund
public record PaymentRow(
        UUID order,
        Status status,
        @Nullable Money amount,
        @Nullable String reference,
        @Nullable String refundReference) {

    /// The names are those in the column.
    public enum Status {
        CAPTURED,
        DECLINED,
        REFUNDED,
        CANCELLED
    }
}
