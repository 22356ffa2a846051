package dev.kafkaorders.payments.payment.web;

import java.util.UUID;

/// No event of that order has been handled yet.
class PaymentNotFoundException extends RuntimeException {

    private final UUID orderId;

    PaymentNotFoundException(UUID orderId) {
        super("no payment for order " + orderId);
        this.orderId = orderId;
    }

    UUID orderId() {
        return orderId;
    }
}
