package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Map;

/// An operator repairs what died; what waited behind it follows in order.
final class CorrectedLetter implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "A dead letter is corrected and replayed, and what waited behind it follows";
    }

    @Override
    public void play(Scene scene) {
        var topics = PaymentTopics.ALL;
        try (var log = EventLog.fromNow(scene.stack().auditor(), topics);
                var operator = new Operator(scene.stack())) {
            var order = scene.customer().place(Order.paidBy("pm_broken")).expect(201).orderId();
            scene.customer().cancel(order, "ordered by mistake").expect(202);
            var letter =
                    Await.present(PATIENCE, () -> operator.deadLetterOf(order))
                            .orElseThrow(
                                    () -> new BrokenPromise("no dead letter within " + PATIENCE));
            scene.tell("dead letter %s; its cancellation waits behind it".formatted(letter));
            operator.correct(letter, Map.of("paymentMethod", "pm_ok"));
            scene.tell("an operator corrects its payment method and replays it");
            var watch = new Stopwatch();
            scene.customer().payment(order, "REFUNDED");
            var journey = new Journey(order, new Timeline(_ -> {}));
            journey.followUntil(PaymentCaptured.class, log);
            journey.followUntil(PaymentRefunded.class, log);
            scene.tell(
                    "CAPTURED, then REFUNDED, after %d ms; the letter is %s"
                            .formatted(watch.millis(), operator.state(letter)));
            StatusHistory.show(scene, order, "REFUNDED");
        }
    }
}
