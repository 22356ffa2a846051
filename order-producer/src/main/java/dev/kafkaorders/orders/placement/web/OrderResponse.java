package dev.kafkaorders.orders.placement.web;

import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An order as it was accepted.
record OrderResponse(
        UUID id,
        String customerId,
        String currency,
        List<Line> lines,
        long totalMinor,
        String paymentMethod,
        String channel,
        Instant acceptedAt) {

    record Line(String sku, int quantity, long unitPriceMinor) {

        private static Line of(OrderLine line) {
            return new Line(line.sku(), line.quantity(), line.unitPrice().minorUnits());
        }
    }

    static OrderResponse of(OrderPlaced order, Instant acceptedAt) {
        return new OrderResponse(
                order.orderId(),
                order.customerId(),
                order.total().currency().getCurrencyCode(),
                order.lines().stream().map(Line::of).toList(),
                order.total().minorUnits(),
                order.paymentMethod(),
                order.channel(),
                acceptedAt);
    }
}
