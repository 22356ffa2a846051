package dev.kafkaorders.payments.payment.web;

import java.util.UUID;

/// No event of that order has been handled yet.
class PaymentNotFoundException extends RuntimeException {

    PaymentNotFoundException(UUID orderId) {
        super("There is no payment for order " + orderId + " (yet)");
    }
}
