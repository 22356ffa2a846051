package dev.kafkaorders.orders.status.view;

import dev.kafkaorders.orders.status.OrderDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some orders, the newest first.
///
/// @param next the place behind which the next page begins; null if there is none. A page may be
///   short, even empty, and have a next one all the same
public record OrderPage(List<OrderDocument> orders, @Nullable Place next) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
