package dev.kafkaorders.payments.intake;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;

/// Part of liveness: down when a consumer thread has died, of an `Error` for example. Nothing but a
/// restart brings it back. Nothing is lost: it died without committing.
@Component
class ConsumerThreadsHealthIndicator extends AbstractHealthIndicator {

    private final ConcurrentMessageListenerContainer<?, ?> container;

    ConsumerThreadsHealthIndicator(ConcurrentMessageListenerContainer<?, ?> container) {
        this.container = container;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(container.isInExpectedState() ? "UP" : "DOWN");
    }
}
