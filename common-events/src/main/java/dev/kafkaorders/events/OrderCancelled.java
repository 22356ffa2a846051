package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.UUID;

/// A customer cancelled an order: what was captured is refunded, and what was not captured yet
/// never will be.
///
/// @param reason in the customer's words; `unspecified` when a producer doesn't say
public record OrderCancelled(UUID orderId, String reason) implements OrderEvent {

    private static final String DEFAULT_REASON = "unspecified";

    public OrderCancelled {
        requireNonNull(orderId, "orderId is missing");
        reason = requireNonNullElse(reason, DEFAULT_REASON);
    }
}
