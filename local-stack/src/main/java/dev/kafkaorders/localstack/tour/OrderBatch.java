package dev.kafkaorders.localstack.tour;

import java.util.List;

/// All orders of a batch are in one Kafka transaction.
final class OrderBatch implements Step {

    @Override
    public String shows() {
        return "A batch is placed whole or not at all";
    }

    @Override
    public void play(Scene scene) {
        var good = Order.paidBy("pm_ok");
        var refused = scene.customer().place(List.of(good, Order.of(0, "pm_ok"), good)).expect(400);
        for (var violation : refused.body().path("violations")) {
            scene.tell(
                    "three orders, one of them invalid: 400, %s %s"
                            .formatted(
                                    violation.path("path").asString(),
                                    violation.path("message").asString()));
        }
        var placed = scene.customer().place(List.of(good, good, good)).expect(201);
        scene.tell(
                "three valid ones: 201, %d orders in one transaction"
                        .formatted(placed.body().path("orders").size()));
    }
}
