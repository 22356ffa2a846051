package dev.kafkaorders.payments.intake;

import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Part of readiness: out of service while a partition waits as something is in its way, with the
/// coordinates of the record that it waits in front of.
@Component
class HeldPartitionsHealthIndicator extends AbstractHealthIndicator {

    private final HeldPartitions held;

    HeldPartitionsHealthIndicator(HeldPartitions held) {
        this.held = held;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var current = held.current();
        if (current.isEmpty()) {
            health.up();
        } else {
            health.outOfService().withDetail("held", current.stream().map(Detail::of).toList());
        }
    }

    /// What a person needs to find the record.
    record Detail(
            String topic, int partition, long offset, String reason, int attempt, Instant since) {

        static Detail of(HeldPartition held) {
            return new Detail(
                    held.partition().topic(),
                    held.partition().partition(),
                    held.offset(),
                    held.obstacle().text(),
                    held.attempt(),
                    held.since());
        }
    }
}
