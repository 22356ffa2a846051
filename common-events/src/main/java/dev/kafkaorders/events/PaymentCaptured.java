package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// The order's total was taken from the customer.
///
/// @param gatewayReference the payment gateway's name for the charge
public record PaymentCaptured(UUID orderId, Money amount, String gatewayReference)
        implements PaymentEvent {

    public PaymentCaptured {
        requireNonNull(orderId, "orderId is missing");
        requireNonNull(amount, "amount is missing");
        requireNonNull(gatewayReference, "gatewayReference is missing");
    }
}
