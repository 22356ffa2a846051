package dev.kafkaorders.payments.payment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.payments.payment.Payment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment as the API shows it; what doesn't apply to its status is left out.
///
/// @param gatewayReference the gateway's name for the charge
/// @param refundReference the gateway's name for the refund
/// @param reason why it was declined
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        UUID orderId,
        Status status,
        @Nullable Money amount,
        @Nullable String gatewayReference,
        @Nullable String refundReference,
        @Nullable String reason) {

    enum Status {
        AWAITED,
        CAPTURED,
        DECLINED,
        REFUNDED,
        /// Cancelled before it was placed.
        CANCELLED
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
}
