package dev.kafkaorders.payments.stage;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/// Orders for tests.
public final class Orders {

    public static final Money PRICE = new Money(1999, Currency.getInstance("EUR"));

    private Orders() {}

    public static OrderPlaced placed(String paymentMethod) {
        return placed(UUID.randomUUID(), paymentMethod);
    }

    public static OrderPlaced placed(UUID orderId, String paymentMethod) {
        var lines = List.of(new OrderLine("sku-1", 1, PRICE));
        return new OrderPlaced(orderId, "customer-1", lines, PRICE, paymentMethod, "web");
    }
}
