package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntSupplier;

/// Orders die of what is not their fault. Once that is repaired, an operator brings them back.
final class ReplayedLetters implements Step {
    private static final int ORDERS = 200;
    private static final int PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "A broken gateway kills orders, it is fixed, and the dead letters are replayed";
    }

    @Override
    public void play(Scene scene) {
        var since = Instant.now();
        try (var log = EventLog.fromNow(scene.stack().auditor(), PaymentTopics.ALL)) {
            var consequences = placeWhileBroken(scene, log);
            scene.tell("%d dead letters; the gateway is fixed".formatted(ORDERS));
            replay(scene, since);
            var watch = new Stopwatch();
            await(log, consequences, consequences::paid);
            scene.tell(
                    "%d of %d paid, the last %d ms after the replay was done"
                            .formatted(consequences.paid(), ORDERS, watch.millis()));
        }
    }

    /// Returns when all are dead and the gateway is fixed.
    private static Consequences placeWhileBroken(Scene scene, EventLog log) {
        try (var gateway = new SimulatedGateway(scene.stack())) {
            // Before the first order is placed: it might be paid otherwise.
            gateway.refuseAll();
            try (var load = new Load(scene.customer(), ORDERS);
                    var bar = scene.console().progress("placed", ORDERS)) {
                load.await(ORDERS, bar);
                var consequences = new Consequences(load.orders());
                await(log, consequences, consequences::deadLetters);
                return consequences;
            }
        }
    }

    private static void replay(Scene scene, Instant since) {
        var filter = Map.of("exception", "GatewayRefused", "from", since.toString());
        try (var operator = new Operator(scene.stack());
                var bar = scene.console().progress("replayed", ORDERS)) {
            var replay = operator.replay(filter, PER_SECOND);
            var done =
                    Await.atMost(
                            PATIENCE,
                            () -> {
                                var progress = operator.get(replay).expect(200);
                                bar.reached(progress.body().path("done").asLong());
                                return progress.text("state").equals("done");
                            });
            if (!done) {
                throw new BrokenPromise("the replay is not done after " + PATIENCE);
            }
        }
    }

    private static void await(EventLog log, Consequences consequences, IntSupplier count) {
        var all =
                Await.atMost(
                        PATIENCE,
                        () -> {
                            log.readToEnd(consequences::note);
                            return count.getAsInt() >= ORDERS;
                        });
        if (!all) {
            throw new BrokenPromise("after " + PATIENCE + ": " + consequences);
        }
    }
}
