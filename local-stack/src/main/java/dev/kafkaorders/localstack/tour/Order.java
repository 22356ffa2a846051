package dev.kafkaorders.localstack.tour;

import java.util.List;
import java.util.Map;

/// An order as order-producer's API takes it.
record Order(
        String customerId, String currency, List<Map<String, Object>> lines, String paymentMethod) {

    /// A book for 19.99 EUR, paid by that method.
    static Order paidBy(String paymentMethod) {
        return of(1, paymentMethod);
    }

    static Order of(int quantity, String paymentMethod) {
        var line =
                Map.<String, Object>of(
                        "sku", "BOOK-1", "quantity", quantity, "unitPriceMinor", 1999);
        return new Order("customer-7", "EUR", List.of(line), paymentMethod);
    }
}
