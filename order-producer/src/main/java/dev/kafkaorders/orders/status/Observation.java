package dev.kafkaorders.orders.status;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record of an input topic turned out to say.
public sealed interface Observation {

    /// A fact about an order.
    ///
    /// @param purchase what was ordered, where the record holds that
    record Observed(UUID orderId, Fact fact, @Nullable Purchase purchase) implements Observation {}

    /// Nothing that can be told of an order: the record is skipped.
    ///
    /// @param reason for a person; never a payload
    record Meaningless(String reason) implements Observation {}
}
