package dev.kafkaorders.localstack.tour;

import java.util.UUID;

/// A client that got no answer may ask again.
final class RepeatedRequest implements Step {

    @Override
    public String shows() {
        return "The same Idempotency-Key twice places one order";
    }

    @Override
    public void play(Scene scene) {
        var key = UUID.randomUUID().toString();
        var first = scene.customer().place(Order.paidBy("pm_ok"), key).expect(201);
        var second = scene.customer().place(Order.paidBy("pm_ok"), key).expect(201);
        scene.tell("first   201 order %s".formatted(first.orderId()));
        scene.tell(
                "second  201 order %s, Idempotent-Replayed: %s"
                        .formatted(second.orderId(), second.header("Idempotent-Replayed")));
        if (!first.orderId().equals(second.orderId())) {
            throw new BrokenPromise("these are two orders");
        }
        var other = scene.customer().place(Order.of(2, "pm_ok"), key).expect(422);
        scene.tell("same key, another body: 422 %s".formatted(other.text("title")));
    }
}
