package dev.kafkaorders.payments.payment;

import dev.kafkaorders.events.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment as the table `payment` holds it.
record PaymentRow(
        UUID orderId,
        String status,
        @Nullable Money amount,
        @Nullable String reference,
        @Nullable String refundReference,
        @Nullable String reason) {

    static PaymentRow of(Payment payment) {
        return switch (payment) {
            case Payment.Awaited awaited ->
                    throw new IllegalArgumentException("nothing to store yet: " + awaited);
            case Payment.Captured(var orderId, var amount, var reference) ->
                    new PaymentRow(orderId, "CAPTURED", amount, reference, null, null);
            case Payment.Declined(var orderId, var amount, var reason) ->
                    new PaymentRow(orderId, "DECLINED", amount, null, null, reason);
            case Payment.Refunded(var orderId, var amount, var reference, var refund) ->
                    new PaymentRow(orderId, "REFUNDED", amount, reference, refund, null);
            case Payment.Cancelled(var orderId) ->
                    new PaymentRow(orderId, "CANCELLED", null, null, null, null);
        };
    }

    /// The table's check constraint makes sure that each state has its columns.
    static Payment read(ResultSet row) throws SQLException {
        var orderId = row.getObject("order_id", UUID.class);
        return switch (row.getString("status")) {
            case "CAPTURED" ->
                    new Payment.Captured(orderId, amount(row), row.getString("reference"));
            case "DECLINED" -> new Payment.Declined(orderId, amount(row), row.getString("reason"));
            case "REFUNDED" ->
                    new Payment.Refunded(
                            orderId,
                            amount(row),
                            row.getString("reference"),
                            row.getString("refund_reference"));
            case "CANCELLED" -> new Payment.Cancelled(orderId);
            case String unknown -> throw new IllegalStateException("unknown status " + unknown);
        };
    }

    private static Money amount(ResultSet row) throws SQLException {
        return new Money(
                row.getLong("amount_minor"), Currency.getInstance(row.getString("currency")));
    }

    @Nullable Long amountMinor() {
        return amount == null ? null : amount.minorUnits();
    }

    @Nullable String currency() {
        return amount == null ? null : amount.currency().getCurrencyCode();
    }
}
