package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Nothing was taken and nothing will be: an expected outcome, not an error.
///
/// @param amount what was asked for
/// @param reason a short code such as `insufficient_funds`
public record PaymentDeclined(UUID orderId, Money amount, String reason) implements PaymentEvent {

    public PaymentDeclined {
        requireNonNull(orderId, "orderId is missing");
        requireNonNull(amount, "amount is missing");
        requireNonNull(reason, "reason is missing");
    }
}
