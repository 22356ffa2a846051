package dev.kafkaorders.payments.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.intake.Stop.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// What the intake counts: `payments.intake.records` by outcome, `payments.intake.batch` (size),
/// `payments.intake.step` (time per step), `payments.intake.failed` and `payments.intake.held`
/// (partitions, by reason).
@Component
class IntakeMetrics {

    private static final String RECORDS = "payments.intake.records";

    private static final List<String> OUTCOMES =
            List.of(
                    "captured",
                    "declined",
                    "refunded",
                    "none",
                    "retried",
                    "dead",
                    "parked",
                    "redelivered");

    private final MeterRegistry meters;
    private final OutcomeLatency latency;
    private final DistributionSummary batchSize;
    private final Counter failed;

    IntakeMetrics(MeterRegistry meters, HeldPartitions held, OutcomeLatency latency) {
        this.meters = meters;
        this.latency = latency;
        this.batchSize = meters.summary("payments.intake.batch");
        this.failed = meters.counter("payments.intake.failed");
        for (var obstacle : List.of(Reason.GATEWAY_AWAY, Reason.PARKING_FULL, Reason.UNTOLD)) {
            Gauge.builder("payments.intake.held", held, partitions -> partitions.behind(obstacle))
                    .tag("reason", obstacle.code())
                    .register(meters);
        }
        // So that a dashboard shows 0 rather than nothing before the first of a kind.
        for (var outcome : OUTCOMES) {
            var _ = meters.counter(RECORDS, "outcome", outcome);
        }
    }

    <T> T timed(String step, Supplier<T> work) {
        return meters.timer("payments.intake.step", "step", step).record(work);
    }

    void timed(String step, Runnable work) {
        meters.timer("payments.intake.step", "step", step).record(work);
    }

    void count(SettledBatch batch) {
        latency.record(batch);
        batchSize.record(batch.passed().size());
        batch.all()
                .collect(groupingBy(one -> outcome(one.fate()), counting()))
                .forEach((outcome, times) ->
                        meters.counter(RECORDS, "outcome", outcome).increment((double) times));
    }

    private static String outcome(Fate fate) {
        return switch (fate) {
            case Fate.Settled(_, var outcome) ->
                    outcome.map(event -> name(event.data())).orElse("none");
            case Fate.Retried _ -> "retried";
            case Fate.Dead _ -> "dead";
            case Fate.Parked _ -> "parked";
            case Fate.Repeated _, Fate.StillDead _, Fate.Ignored _ -> "redelivered";
        };
    }

    private static String name(PaymentEvent outcome) {
        return switch (outcome) {
            case PaymentCaptured _ -> "captured";
            case PaymentDeclined _ -> "declined";
            case PaymentRefunded _ -> "refunded";
        };
    }

    void batchFailed() {
        failed.increment();
    }
}
