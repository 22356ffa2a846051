package dev.kafkaorders.localstack.demo;

/// A body for `POST /orders` that fits on a line.
final class SampleOrder {
    static final String JSON =
            "{\"customerId\":\"c-1\",\"paymentMethod\":\"pm_ok\",\"channel\":\"web\","
                + "\"lines\":[{\"sku\":\"tea\",\"quantity\":2,\"unitPrice\":{\"minorUnits\":450,\"currency\":\"EUR\"}}]}";

    private SampleOrder() {}
}
