package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.Topics;
import java.util.Collections;

/// A cancellation that overtook its order would find nothing to give back, and the card would be
/// charged all the same. So it waits in the database until the order is through.
final class CancelledWhileRetried implements Step {
    private static final String RETRY = PaymentTopics.RETRIES.getFirst();

    @Override
    public String shows() {
        return "A cancellation does not overtake its order, which is being retried";
    }

    @Override
    public void play(Scene scene) {
        try (var log = EventLog.fromNow(scene.stack().auditor(), PaymentTopics.ALL)) {
            var order = scene.customer().place(Order.paidBy("pm_flaky_1")).expect(201).orderId();
            scene.customer().cancel(order, "ordered by mistake").expect(202);
            // Told afterwards, as cancellation and retry become visible in any order.
            scene.customer().payment(order, "REFUNDED");
            var journey = new Journey(order, new Timeline(scene::tell));
            journey.followUntil(PaymentRefunded.class, log);
            // Captured, then refunded; and the order was retried once, the cancellation never.
            if (Collections.frequency(journey.topics(), Topics.PAYMENTS) != 2
                    || Collections.frequency(journey.topics(), RETRY) != 1) {
                throw new BrokenPromise("it went through " + journey.topics());
            }
            StatusHistory.show(scene, order, "REFUNDED");
        }
    }
}
