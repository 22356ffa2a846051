package dev.kafkaorders.payments.intake;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// Part of readiness: down while batches fail, and says why.
@Component
class IntakeHealthIndicator extends AbstractHealthIndicator {

    private final List<ConcurrentMessageListenerContainer<?, ?>> containers;
    private final Redelivery redelivery;

    IntakeHealthIndicator(
            List<ConcurrentMessageListenerContainer<?, ?>> containers, Redelivery redelivery) {
        this.containers = containers;
        this.redelivery = redelivery;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var failures = redelivery.failures();
        var running = containers.stream().allMatch(ConcurrentMessageListenerContainer::isRunning);
        var partitions =
                containers.stream().mapToInt(one -> one.getAssignedPartitions().size()).sum();
        health.status(running && failures.isEmpty() ? "UP" : "DOWN")
                .withDetail("running", running)
                .withDetail("partitions", partitions);
        failures.forEach((partition, failure) -> health.withDetail("failed " + partition, failure));
    }
}
