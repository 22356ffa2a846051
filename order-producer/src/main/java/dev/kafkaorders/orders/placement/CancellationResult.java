package dev.kafkaorders.orders.placement;

import dev.kafkaorders.events.OrderCancelled;

/// What became of a request to cancel an order.
public sealed interface CancellationResult permits CancellationResult.Requested, Refusal {

    /// The cancellation is in the log. Cancelling twice changes nothing.
    record Requested(OrderCancelled cancellation) implements CancellationResult {}
}
