package dev.kafkaorders.orders.placement;

import java.util.Collections;
import java.util.stream.Collectors;

/// Requests as clients write them.
public final class OrderJson {

    private OrderJson() {}

    public static String order(String customerId) {
        return """
        {"customerId": "%s", "currency": "EUR", "paymentMethod": "pm_ok",
         "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}\
        """
                .formatted(customerId);
    }

    public static String batch(String customerId, int size) {
        return Collections.nCopies(size, order(customerId)).stream()
                .collect(Collectors.joining(",", "{\"orders\": [", "]}"));
    }
}
