package dev.kafkaorders.payments.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// Part of readiness: down while batches fail, and says why.
@Component
class IntakeHealthIndicator extends AbstractHealthIndicator {

    private final ConcurrentMessageListenerContainer<?, ?> container;
    private final Redelivery redelivery;

    IntakeHealthIndicator(
            ConcurrentMessageListenerContainer<?, ?> container, Redelivery redelivery) {
        this.container = container;
        this.redelivery = redelivery;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var failures = redelivery.failures();
        health.status(container.isRunning() && failures.isEmpty() ? "UP" : "DOWN")
                .withDetail("running", container.isRunning())
                .withDetail("partitions", container.getAssignedPartitions().size());
        failures.forEach((partition, failure) -> health.withDetail("failed " + partition, failure));
    }
}
