package dev.kafkaorders.localstack.demo;

import java.net.URI;
import java.util.List;

/// What a visitor may try on a stack that is up.
record Suggestions(URI orderProducer, URI paymentConsumer) {
    private static final String ORDER =
            """
            {"customerId":"c-1","currency":"EUR","paymentMethod":"pm_ok",\
            "lines":[{"sku":"tea","quantity":2,"unitPriceMinor":450}]}\
            """;

    List<String> lines() {
        return List.of(
                "curl -i %s/orders -H 'Content-Type: application/json' -d '%s'"
                        .formatted(orderProducer, ORDER),
                "curl %s/payments/ORDER_ID".formatted(paymentConsumer),
                "curl -X PUT %s/gateway/behaviour -H 'Content-Type: application/json' -d '{\"outage\":true}'"
                        .formatted(paymentConsumer),
                "    # the payment gateway is away: orders wait, until the same with -d '{}'",
                "./demo kill payment-consumer; ./demo start payment-consumer; ./demo tour");
    }
}
