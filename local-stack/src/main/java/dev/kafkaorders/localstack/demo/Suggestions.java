package dev.kafkaorders.localstack.demo;

import java.net.URI;
import java.util.List;

/// What a visitor may try on a stack that is up.
///
/// @param viewerPassword of dlq-replayer's user who reads
/// @param operatorPassword of the one who acts
record Suggestions(
        URI orderProducer,
        URI paymentConsumer,
        URI dlqReplayer,
        String viewerPassword,
        String operatorPassword) {
    private static final String ORDER =
            """
            {"customerId":"c-1","currency":"EUR","paymentMethod":"pm_ok",\
            "lines":[{"sku":"tea","quantity":2,"unitPriceMinor":450}]}\
            """;

    private static final String REWIND =
            """
            {"group":"payment-consumer","to":{"durationAgo":"PT5M"},"topics":["orders"],\
            "stopGroup":true}\
            """;

    List<String> lines() {
        return List.of(
                "curl -i %s/orders -H 'Content-Type: application/json' -d '%s'"
                        .formatted(orderProducer, ORDER),
                "curl %s/payments/ORDER_ID".formatted(paymentConsumer),
                "curl -X PUT %s/gateway/behaviour -H 'Content-Type: application/json' -d '{\"outage\":true}'"
                        .formatted(paymentConsumer),
                "    # the payment gateway is away: orders wait, until the same with -d '{}'",
                "curl -u viewer:%s %s/consumer-groups/payment-consumer"
                        .formatted(viewerPassword, dlqReplayer),
                "curl -u operator:%s %s/offset-resets -H 'Content-Type: application/json' -d '%s'"
                        .formatted(operatorPassword, dlqReplayer, REWIND),
                "    # a plan: POST to its address + /execution rewinds payment-consumer while it"
                        + " runs",
                "./demo kill payment-consumer; ./demo start payment-consumer; ./demo tour");
    }
}
