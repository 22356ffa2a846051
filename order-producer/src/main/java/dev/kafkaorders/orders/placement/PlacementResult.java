package dev.kafkaorders.orders.placement;

import dev.kafkaorders.events.OrderPlaced;
import java.time.Instant;
import java.util.List;

/// What became of a request to place orders: all of them were placed, or none.
public sealed interface PlacementResult permits PlacementResult.Placed, Refusal {

    /// The orders are in the log.
    ///
    /// @param replayed whether this happened at an earlier request with the same key
    record Placed(List<OrderPlaced> orders, Instant acceptedAt, boolean replayed)
            implements PlacementResult {}
}
