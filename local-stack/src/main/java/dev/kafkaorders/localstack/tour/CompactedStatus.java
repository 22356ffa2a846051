package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Collections;

/// A topic that keeps the latest record of each key is a table that anybody can read from the
/// start. The broker's cleaner takes the older ones away, some time later; here at once.
final class CompactedStatus implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ORDERS = 30;
    private static final Integer ONCE = 1;

    @Override
    public String shows() {
        return "The states of all orders fit into one record per order";
    }

    @Override
    public void play(Scene scene) {
        try (var topic = new CompactedTopic(scene.stack().administrator(), Topics.ORDER_STATUS)) {
            var before = topic.read();
            var orders = before.keySet();
            scene.tell(
                    "%s holds %d records of %d orders"
                            .formatted(Topics.ORDER_STATUS, sum(before.values()), orders.size()));
            var watch = new Stopwatch();
            topic.cleanSoon();
            var cleaned =
                    Await.atMost(
                            PATIENCE,
                            () -> {
                                // What is being written to is never cleaned: others must follow.
                                var some = Collections.nCopies(ORDERS, Order.paidBy("pm_ok"));
                                scene.customer().place(some).expect(201);
                                var now = topic.read();
                                return orders.stream()
                                        .allMatch(order -> ONCE.equals(now.get(order)));
                            });
            if (!cleaned) {
                throw new BrokenPromise("the cleaner left more than one record per order");
            }
            scene.tell(
                    "after the broker's cleaner, %d ms later, it holds %d of them, one per order"
                            .formatted(watch.millis(), orders.size()));
        }
    }

    private static int sum(Iterable<Integer> counts) {
        var sum = 0;
        for (var count : counts) {
            sum += count;
        }
        return sum;
    }
}
