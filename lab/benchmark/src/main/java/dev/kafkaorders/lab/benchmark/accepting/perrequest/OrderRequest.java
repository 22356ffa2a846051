package dev.kafkaorders.lab.benchmark.accepting.perrequest;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/// An order as order-producer's clients ask for it.
record OrderRequest(String customerId, String currency, List<Line> lines, String paymentMethod) {
    record Line(String sku, int quantity, long unitPriceMinor) {
        private OrderLine in(Currency currency) {
            return new OrderLine(sku, quantity, new Money(unitPriceMinor, currency));
        }
    }

    OrderPlaced placed() {
        var money = Currency.getInstance(currency);
        var ordered = lines.stream().map(line -> line.in(money)).toList();
        var total =
                ordered.stream()
                        .map(line -> line.unitPrice().times(line.quantity()))
                        .reduce(new Money(0, money), Money::plus);
        return new OrderPlaced(UUID.randomUUID(), customerId, ordered, total, paymentMethod, "web");
    }
}
