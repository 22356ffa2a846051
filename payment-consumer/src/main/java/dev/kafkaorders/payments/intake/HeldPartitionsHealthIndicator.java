package dev.kafkaorders.payments.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Out of service while a partition waits in front of a record, with the record's coordinates.
///
/// Part of the overall health, not of readiness: the other partitions and the web API work, and
/// taking the instance out of service would mend nothing.
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
    record Detail(String topic, int partition, long offset, String reason, int attempt) {

        static Detail of(HeldPartition held) {
            return new Detail(
                    held.partition().topic(),
                    held.partition().partition(),
                    held.stop().offset(),
                    held.stop().reason(),
                    held.attempt());
        }
    }
}
