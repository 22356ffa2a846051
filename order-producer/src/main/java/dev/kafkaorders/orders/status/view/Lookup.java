package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.OrderDocument;

/// What is known of an order id.
public sealed interface Lookup {

    /// The order.
    record Found(OrderDocument document) implements Lookup {}

    /// There is no order with that id in the log.
    record Unknown() implements Lookup {}

    /// The view lacks too much to tell, and will have it soon.
    ///
    /// @param why for a person
    record Undecided(String why) implements Lookup {}
}
