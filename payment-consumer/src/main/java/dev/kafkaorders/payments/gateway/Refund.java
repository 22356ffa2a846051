package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import java.util.UUID;

/// Money to be given back.
///
/// @param idempotencyKey the event that asks for it
/// @param chargeReference the gateway's name for what was taken
public record Refund(EventId idempotencyKey, UUID orderId, Money amount, String chargeReference) {}
