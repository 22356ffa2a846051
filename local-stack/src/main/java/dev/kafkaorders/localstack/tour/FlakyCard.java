package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.Topics;
import java.util.List;

/// What fails now may work later: it waits where it holds up no other order.
final class FlakyCard implements Step {
    private static final List<String> WAY =
            List.of(
                    Topics.ORDERS,
                    PaymentTopics.RETRIES.get(0),
                    PaymentTopics.RETRIES.get(1),
                    Topics.PAYMENTS);

    @Override
    public String shows() {
        return "A card that fails twice is charged on the third try";
    }

    @Override
    public void play(Scene scene) {
        try (var log = EventLog.fromNow(scene.stack().auditor(), PaymentTopics.ALL)) {
            var order = scene.customer().place(Order.paidBy("pm_flaky_2")).expect(201).orderId();
            var journey = new Journey(order, new Timeline(scene::tell));
            journey.followUntil(PaymentCaptured.class, log);
            if (!journey.topics().equals(WAY)) {
                throw new BrokenPromise("it should have gone through " + WAY);
            }
            StatusHistory.show(scene, order, "CAPTURED");
        }
    }
}
