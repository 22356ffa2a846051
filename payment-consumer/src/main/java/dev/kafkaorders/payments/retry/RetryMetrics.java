package dev.kafkaorders.payments.retry;

import dev.kafkaorders.payments.failure.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What became of failed events: `payments.retry.hops` by topic, `payments.retry.lateness` (how
/// long after they were due they were tried), `payments.dead.letters` by failure.
@Component
public class RetryMetrics {

    private static final String HOPS = "payments.retry.hops";
    private static final String LATENESS = "payments.retry.lateness";

    private final MeterRegistry meters;

    public RetryMetrics(MeterRegistry meters, RetrySchedule schedule) {
        this.meters = meters;
        // So that a dashboard shows 0 rather than nothing before the first of a kind.
        for (var topic : schedule.topics()) {
            var _ = meters.counter(HOPS, "topic", topic);
            var _ = lateness(topic);
        }
        for (var failure : Failure.class.getPermittedSubclasses()) {
            var _ = meters.counter("payments.dead.letters", "failure", failure.getSimpleName());
        }
    }

    public void hopped(Hop hop) {
        meters.counter(HOPS, "topic", hop.topic()).increment();
    }

    /// A dead letter was written.
    ///
    /// @param failure the simple name of the [Failure]
    public void died(String failure) {
        meters.counter("payments.dead.letters", "failure", failure).increment();
    }

    public void tried(String topic, Duration late) {
        lateness(topic).record(late);
    }

    private Timer lateness(String topic) {
        return Timer.builder(LATENESS)
                .tag("topic", topic)
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30))
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }
}
