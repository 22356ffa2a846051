package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.record.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// How long customers wait: `payments.order.latency`, from when an order was written to when its
/// outcome was committed, retries included. By the clock of this host against the one of who wrote
/// it.
@Component
class OutcomeLatency {

    private static final Duration[] BUCKETS =
            Stream.of(
                            10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000,
                            120_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final Clock clock;
    private final Timer captured;
    private final Timer declined;

    OutcomeLatency(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.captured = timer(meters, "captured");
        this.declined = timer(meters, "declined");
    }

    /// To be called once the batch is committed.
    void record(SettledBatch batch) {
        batch.all()
                .forEach(one -> {
                    if (one.fate() instanceof Fate.Settled(_, var outcome) && outcome.isPresent()) {
                        switch (outcome.get().data()) {
                            case PaymentCaptured _ -> captured.record(since(one.delivery()));
                            case PaymentDeclined _ -> declined.record(since(one.delivery()));
                            case PaymentRefunded _ -> {
                                // Tells of a cancellation, which nobody waits for.
                            }
                        }
                    }
                });
    }

    private Duration since(Delivery delivery) {
        var written = delivery.original().timestamp();
        return Duration.ofMillis(Math.max(0, clock.millis() - written));
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("payments.order.latency")
                .tag("outcome", outcome)
                .description("From when an order was written to when its outcome was committed")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
