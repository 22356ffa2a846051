package dev.kafkaorders.events;

import static java.util.Objects.requireNonNull;

/// One line of an order.
///
/// @param sku the article's stock keeping unit
/// @param quantity how many, at least 1
/// @param unitPrice the price of one
public record OrderLine(String sku, int quantity, Money unitPrice) {

    public OrderLine {
        requireNonNull(sku, "sku is missing");
        requireNonNull(unitPrice, "unitPrice is missing");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is " + quantity + ", not 1 or more");
        }
    }
}
