package dev.kafkaorders.orders.placement;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.util.List;
import java.util.UUID;

/// An order that has no id yet, since it was not accepted yet.
///
/// @param lines at least one, all in one currency
public record OrderDraft(
        String customerId, List<OrderLine> lines, String paymentMethod, String channel) {

    public OrderDraft {
        lines = List.copyOf(lines);
    }

    OrderPlaced placedAs(UUID orderId) {
        return new OrderPlaced(orderId, customerId, lines, total(), paymentMethod, channel);
    }

    private Money total() {
        var nothing = new Money(0, lines.getFirst().unitPrice().currency());
        return lines.stream()
                .map(line -> line.unitPrice().times(line.quantity()))
                .reduce(nothing, Money::plus);
    }
}
