package dev.kafkaorders.payments.intake;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// Part of liveness: down when a consumer thread has died, of an `Error` for example. Nothing but a
/// restart brings it back. Nothing is lost: it died without committing.
@Component
class ConsumerThreadsHealthIndicator extends AbstractHealthIndicator {

    private final List<ConcurrentMessageListenerContainer<?, ?>> containers;

    ConsumerThreadsHealthIndicator(List<ConcurrentMessageListenerContainer<?, ?>> containers) {
        this.containers = containers;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var asExpected =
                containers.stream().allMatch(ConcurrentMessageListenerContainer::isInExpectedState);
        health.status(asExpected ? "UP" : "DOWN");
    }
}
