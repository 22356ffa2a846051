package dev.kafkaorders.orders.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.orders.OrdersLog;
import dev.kafkaorders.teststack.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacementIntegrationTests {

    private static final String ORDER =
            """
            {"customerId": "c-1", "currency": "EUR", "paymentMethod": "pm_ok",
             "lines": [{"sku": "tea", "quantity": 2, "unitPriceMinor": 450}]}""";

    private static OrderProducer service;

    @BeforeAll
    static void start() {
        TestStack.get().reset();
        service = OrderProducer.start("placement");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void answersOnceTheOrderIsCommitted() {
        var answer = service.post("/orders", ORDER);
        System.out.println(answer + answer.body() + answer.headers());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(OrdersLog.placed()).hasSize(1);
    }
}
