package dev.kafkaorders.localstack.tour;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What a service answered.
record Answer(int status, HttpHeaders headers, JsonNode body) {

    /// @throws BrokenPromise when the status is another one
    Answer expect(int expected) {
        if (status != expected) {
            throw new BrokenPromise("HTTP " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }

    UUID orderId() {
        return UUID.fromString(text("id"));
    }

    /// Of the order, or of all orders of the batch.
    List<UUID> orderIds() {
        var orders = body.path("orders");
        return orders.isArray()
                ? orders.valueStream()
                        .map(order -> UUID.fromString(order.path("id").asString()))
                        .toList()
                : List.of(orderId());
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
