package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.books.Settled;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The log is the truth that the tables are made of: what a restore has lost is read again.
final class RestoredTables implements Step {
    private static final int ORDERS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "The last payments are lost with a restored copy, and a rewind brings all back";
    }

    @Override
    public void play(Scene scene) {
        try (var operator = new Operator(scene.stack());
                var copy = new TableCopy(scene.stack())) {
            operator.awaitCaughtUp();
            copy.take();
            var copied = Instant.now();
            var orders = place(scene);
            operator.awaitCaughtUp();
            var payments = paid(scene, orders);
            copy.restore();
            scene.tell(
                    "an older copy of the tables is restored: %d of %d payments are gone"
                            .formatted(ORDERS - paid(scene, orders).size(), ORDERS));
            operator.rewind(Map.of("timestamp", copied.toString()));
            var back = Await.atMost(PATIENCE, () -> paid(scene, orders).equals(payments));
            var result =
                    "rewound to the time of the copy: %d are back, with the charges they had"
                            .formatted(paid(scene, orders).size());
            if (!back || payments.size() != ORDERS) {
                throw new BrokenPromise(result + ", of " + payments.size());
            }
            scene.tell(result);
        }
    }

    private static Set<UUID> place(Scene scene) {
        try (var load = new Load(scene.customer(), ORDERS);
                var bar = scene.console().progress("placed", ORDERS)) {
            load.await(ORDERS, bar);
            return load.orders();
        }
    }

    private static Map<UUID, Settled> paid(Scene scene, Set<UUID> orders) {
        var settled = scene.books().booked().settled();
        settled.keySet().retainAll(orders);
        return settled;
    }
}
