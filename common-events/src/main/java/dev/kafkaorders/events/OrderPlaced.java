package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;

/// A customer placed an order. Of several with the same `orderId` in the log, the first one counts,
/// for every reader.
///
/// @param lines at least one, all in the currency of the total
/// @param total what is to be paid
/// @param paymentMethod the token of a payment method, never a card number
/// @param channel where the order came from; `web` when a producer doesn't say
public record OrderPlaced(
        UUID orderId,
        String customerId,
        List<OrderLine> lines,
        Money total,
        String paymentMethod,
        String channel)
        implements OrderEvent {

    private static final String DEFAULT_CHANNEL = "web";

    public OrderPlaced {
        requireNonNull(orderId, "orderId is missing");
        requireNonNull(customerId, "customerId is missing");
        requireNonNull(lines, "lines is missing");
        requireNonNull(total, "total is missing");
        requireNonNull(paymentMethod, "paymentMethod is missing");
        channel = requireNonNullElse(channel, DEFAULT_CHANNEL);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("lines is empty");
        }
        var currency = total.currency();
        if (lines.stream().anyMatch(line -> !line.unitPrice().currency().equals(currency))) {
            throw new IllegalArgumentException("lines are not all in " + currency);
        }
    }
}
