package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;

/// The fault that exactly-once is about: a consumer dies between its two commits.
final class KilledConsumer implements Step {
    private static final int ORDERS = 10_000;
    private static final int PER_REQUEST = 20;
    private static final String CONSUMER = "payment-consumer";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String shows() {
        return "10,000 orders while payment-consumer dies by SIGKILL and comes back";
    }

    @Override
    public void play(Scene scene) {
        var handledBefore = scene.books().handled();
        var redeliveredBefore = scene.books().redelivered();
        try (var load = new Load(scene.customer(), ORDERS, PER_REQUEST);
                var bar = scene.console().progress("placed", ORDERS)) {
            load.await(ORDERS / 4, bar);
            killInTheMiddle(scene);
            scene.tell("payment-consumer killed after PostgreSQL had its batch, before Kafka knew");
            var restart = Thread.ofVirtual().start(() -> scene.stack().start(CONSUMER));
            load.await(ORDERS, bar);
            join(restart);
        }
        scene.tell("payment-consumer is back");
        try (var bar = scene.console().progress("handled", ORDERS)) {
            bar.startFrom(scene.books().handled() - handledBefore);
            var all =
                    Await.atMost(
                            PATIENCE,
                            () -> {
                                var handled = scene.books().handled() - handledBefore;
                                bar.reached(handled);
                                return handled >= ORDERS;
                            });
            if (!all) {
                throw new BrokenPromise("not all were handled within " + PATIENCE);
            }
        }
        var redelivered = scene.books().redelivered() - redeliveredBefore;
        if (redelivered > 0) {
            scene.tell("%d events were delivered again and recognised".formatted(redelivered));
        } else {
            scene.tell(
                    "nothing was delivered again, so this kill proved nothing: run the tour again");
        }
    }

    /// Watches the inbox grow and kills right behind a database commit: the Kafka transaction that
    /// follows it takes longer than the kill.
    private static void killInTheMiddle(Scene scene) {
        var handled = scene.books().handled();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (scene.books().handled() == handled) {
            if (System.nanoTime() > deadline) {
                throw new BrokenPromise("payment-consumer handles nothing");
            }
        }
        scene.stack().kill(CONSUMER);
    }

    private static void join(Thread restart) {
        try {
            restart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenPromise("interrupted");
        }
    }
}
