package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import java.util.UUID;

/// Money to be taken.
///
/// @param idempotencyKey the event that asks for it
/// @param failedAttempts how often it was asked for in vain, as far as that was noted
public record Charge(
        EventId idempotencyKey,
        UUID orderId,
        Money amount,
        String paymentMethod,
        int failedAttempts) {}
