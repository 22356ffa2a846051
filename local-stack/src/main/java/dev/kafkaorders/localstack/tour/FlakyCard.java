package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What fails now may work later: it waits where it holds up no other order. Two steps, and what
/// goes on meanwhile is in between.
final class FlakyCard {
    private static final List<String> WAY =
            List.of(
                    Topics.ORDERS,
                    PaymentTopics.RETRIES.get(0),
                    PaymentTopics.RETRIES.get(1),
                    Topics.PAYMENTS);

    private @Nullable Attempted attempted;

    Step placed() {
        return new Step() {
            @Override
            public String shows() {
                return "A card fails, and will be tried again while other orders are paid";
            }

            @Override
            public void play(Scene scene) {
                var before = Instant.now();
                var order = scene.customer().place(Order.paidBy("pm_flaky_2")).expect(201);
                attempted = new Attempted(order.orderId(), before);
                scene.tell("201 /orders/" + order.orderId() + ", whose card fails twice");
            }
        };
    }

    Step charged() {
        return new Step() {
            @Override
            public String shows() {
                return "The card that failed twice is charged on the third try";
            }

            @Override
            public void play(Scene scene) {
                if (attempted == null) {
                    throw new BrokenPromise("its order was not placed");
                }
                follow(scene, attempted);
            }
        };
    }

    private static void follow(Scene scene, Attempted attempted) {
        try (var log =
                EventLog.since(attempted.since(), scene.stack().auditor(), PaymentTopics.ALL)) {
            var journey = new Journey(attempted.order(), new Timeline(scene::tell));
            journey.followUntil(PaymentCaptured.class, log);
            if (!journey.topics().equals(WAY)) {
                throw new BrokenPromise("it should have gone through " + WAY);
            }
            StatusHistory.show(scene, attempted.order(), "CAPTURED");
        }
    }

    /// @param since before it was placed
    private record Attempted(UUID order, Instant since) {}
}
