package dev.kafkaorders.localstack.tour;

/// Each record is on three brokers and counts when two have it.
final class KilledBroker implements Step {
    private static final String BROKER = "kafka-2";
    private static final int ORDERS = 20;

    /// New leaders are there in seconds; a client that goes on asking the dead one needs longer.
    private static final int PATIENCE_MILLIS = 10_000;

    @Override
    public String shows() {
        return "A broker dies and nothing stops";
    }

    @Override
    public void play(Scene scene) {
        scene.stack().kill(BROKER);
        var slowest = 0L;
        for (var i = 0; i < ORDERS; i++) {
            var watch = new Stopwatch();
            scene.customer().place(Order.paidBy("pm_ok")).expect(201);
            slowest = Math.max(slowest, watch.millis());
        }
        scene.tell(
                "%s killed; %d orders placed all the same, the slowest in %d ms"
                        .formatted(BROKER, ORDERS, slowest));
        if (slowest > PATIENCE_MILLIS) {
            throw new BrokenPromise("an order waited for longer than " + PATIENCE_MILLIS + " ms");
        }
        var watch = new Stopwatch();
        scene.stack().start(BROKER);
        scene.tell("%s is back and in sync after %d ms".formatted(BROKER, watch.millis()));
    }
}
