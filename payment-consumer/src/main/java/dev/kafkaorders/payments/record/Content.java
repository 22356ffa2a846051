package dev.kafkaorders.payments.record;

import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.payments.failure.Failure;

/// What a record asks for.
public sealed interface Content {

    record Order(OrderEvent event) implements Content {}

    /// Nothing that could be understood.
    record Unreadable(Failure failure) implements Content {}

    /// An operator gives a dead letter up.
    record Discard(String reason) implements Content {}
}
