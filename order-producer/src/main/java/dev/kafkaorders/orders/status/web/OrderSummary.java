package dev.kafkaorders.orders.status.web;

import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order in a list.
record OrderSummary(
        UUID orderId,
        OrderState.Name state,
        boolean settled,
        @Nullable String customerId,
        @Nullable String currency,
        @Nullable Long totalMinor,
        @Nullable Instant placedAt,
        @Nullable Instant updatedAt) {

    static OrderSummary of(OrderDocument document) {
        return new OrderSummary(
                document.orderId(),
                document.state(),
                document.settled(),
                document.customerId(),
                document.currency(),
                document.totalMinor(),
                document.placedAt(),
                document.updatedAt());
    }
}
