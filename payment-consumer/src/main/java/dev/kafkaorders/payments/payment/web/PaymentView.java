package dev.kafkaorders.payments.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.payment.Payment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment as the API shows it; what doesn't apply to its status is left out.
///
/// @param gatewayReference the gateway's name for the charge
/// @param refundReference the gateway's name for the refund
/// @param reason why it was declined
/// @param waiting that an event of the order could not be handled: it is `RETRYING`, or `DEAD`
///   until somebody replays or discards it
/// @param attempts how often that event was tried in vain
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        UUID orderId,
        Status status,
        @Nullable Money amount,
        @Nullable String gatewayReference,
        @Nullable String refundReference,
        @Nullable String reason,
        @Nullable EventState waiting,
        @Nullable Integer attempts) {

    enum Status {
        AWAITED,
        CAPTURED,
        DECLINED,
        REFUNDED,
        /// Cancelled before it was placed.
        CANCELLED
    }

    PaymentView(
            UUID orderId,
            Status status,
            @Nullable Money amount,
            @Nullable String gatewayReference,
            @Nullable String refundReference,
            @Nullable String reason) {
        this(orderId, status, amount, gatewayReference, refundReference, reason, null, null);
    }

    static PaymentView of(Payment payment) {
        return switch (payment) {
            case Payment.Awaited(var order) ->
                    new PaymentView(order, Status.AWAITED, null, null, null, null);
            case Payment.Captured(var order, var amount, var reference) ->
                    new PaymentView(order, Status.CAPTURED, amount, reference, null, null);
            case Payment.Declined(var order, var amount, var reason) ->
                    new PaymentView(order, Status.DECLINED, amount, null, null, reason);
            case Payment.Refunded(var order, var amount, var reference, var refund) ->
                    new PaymentView(order, Status.REFUNDED, amount, reference, refund, null);
            case Payment.Cancelled(var order) ->
                    new PaymentView(order, Status.CANCELLED, null, null, null, null);
        };
    }

    /// The same, while an event of the order waits.
    PaymentView behind(InboxEntry head) {
        return new PaymentView(
                orderId,
                status,
                amount,
                gatewayReference,
                refundReference,
                reason,
                head.state(),
                head.attempts());
    }
}
