package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// An outage is no failure of an order: consumption waits, and no order takes a retry for it.
final class GatewayOutage implements Step {
    private static final int ORDERS = 500;
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String shows() {
        return "The payment gateway is away for 10 s under load, and no order fails";
    }

    @Override
    public void play(Scene scene) {
        try (var log = EventLog.fromNow(scene.stack().auditor(), PaymentTopics.ALL)) {
            var orders = placeDuringOutage(scene);
            awaitPaid(scene, log, new Consequences(orders));
        }
    }

    /// Returns when the gateway is back.
    private static Set<UUID> placeDuringOutage(Scene scene) {
        try (var gateway = new SimulatedGateway(scene.stack())) {
            gateway.takeAway();
            var watch = new Stopwatch();
            var orders = place(scene);
            gateway.bringBack();
            scene.tell("the gateway is back after " + seconds(watch));
            return orders;
        }
    }

    private static Set<UUID> place(Scene scene) {
        try (var load = new Load(scene.customer(), ORDERS, OUTAGE);
                var bar = scene.console().progress("placed", ORDERS)) {
            load.await(ORDERS / 2, bar);
            scene.tell("payment-consumer is not ready: " + Readiness.waiting(scene.stack()));
            load.await(ORDERS, bar);
            return load.orders();
        }
    }

    private static void awaitPaid(Scene scene, EventLog log, Consequences consequences) {
        var watch = new Stopwatch();
        try (var bar = scene.console().progress("paid", ORDERS)) {
            Await.atMost(
                    PATIENCE,
                    () -> {
                        log.readToEnd(consequences::note);
                        bar.reached(consequences.paid());
                        return consequences.paid() == ORDERS;
                    });
        }
        var result = "after %s more: %s".formatted(seconds(watch), consequences);
        if (!consequences.areNone()) {
            throw new BrokenPromise(result);
        }
        scene.tell(result);
    }

    private static String seconds(Stopwatch watch) {
        return String.format(Locale.ROOT, "%.1f s", watch.millis() / 1e3);
    }
}
