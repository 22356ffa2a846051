package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.control.Wish;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// Part of readiness: down while batches fail, and says why.
///
/// Stopped by an operator it stays up, with a detail: that is no failure, the service answers, and
/// an orchestrator that replaced it would gain nothing.
@Component
class IntakeHealthIndicator extends AbstractHealthIndicator {

    private final List<ConcurrentMessageListenerContainer<?, ?>> containers;
    private final Redelivery redelivery;
    private final Wish wish;

    IntakeHealthIndicator(
            List<ConcurrentMessageListenerContainer<?, ?>> containers,
            Redelivery redelivery,
            Wish wish) {
        this.containers = containers;
        this.redelivery = redelivery;
        this.wish = wish;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var failures = redelivery.failures();
        var running = containers.stream().allMatch(ConcurrentMessageListenerContainer::isRunning);
        var partitions =
                containers.stream().mapToInt(one -> one.getAssignedPartitions().size()).sum();
        var stop = wish.stop();
        stop.ifPresent(it -> health.withDetail("stopped", it.text()));
        health.status((running || stop.isPresent()) && failures.isEmpty() ? "UP" : "DOWN")
                .withDetail("running", running)
                .withDetail("partitions", partitions);
        failures.forEach((partition, failure) -> health.withDetail("failed " + partition, failure));
    }
}
