package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A captured payment was given back in full.
///
/// @param gatewayReference the payment gateway's name for the refund
public record PaymentRefunded(UUID orderId, Money amount, String gatewayReference)
        implements PaymentEvent {

    public PaymentRefunded {
        requireNonNull(orderId, "orderId is missing");
        requireNonNull(amount, "amount is missing");
        requireNonNull(gatewayReference, "gatewayReference is missing");
    }
}
