package dev.kafkaorders.localstack.tour;

import java.util.Locale;
import java.util.Map;

/// What was read is read again, by a group that nobody had to shut down: the inbox knows it all.
final class RewoundConsumer implements Step {

    @Override
    public String shows() {
        return "payment-consumer is rewound by 5 minutes while it runs, and nobody is charged"
                + " twice";
    }

    @Override
    public void play(Scene scene) {
        var redeliveredBefore = scene.books().redelivered();
        try (var operator = new Operator(scene.stack());
                var gateway = new SimulatedGateway(scene.stack())) {
            operator.awaitCaughtUp();
            var chargesBefore = gateway.charges();
            var watch = new Stopwatch();
            var reset = operator.rewind(Map.of("durationAgo", "PT5M"));
            scene.tell(
                    String.format(
                            Locale.ROOT,
                            "its consumers have left, were rewound by %,d offsets and called back,"
                                    + " in %.1f s",
                            reset.body().path("redelivered").asLong(),
                            watch.millis() / 1e3));
            operator.awaitCaughtUp();
            var redelivered = scene.books().redelivered() - redeliveredBefore;
            var charged = gateway.charges() - chargesBefore;
            var result =
                    String.format(
                            Locale.ROOT,
                            "%,d redelivered and %d charged twice, %.1f s after it began",
                            redelivered,
                            charged,
                            watch.millis() / 1e3);
            if (redelivered == 0 || charged != 0) {
                throw new BrokenPromise(result);
            }
            scene.tell(result);
        }
    }
}
