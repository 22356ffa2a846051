package dev.kafkaorders.payments.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/// Part of readiness: out of service while the circuit breaker holds the gateway to be away.
@Component
class GatewayHealthIndicator extends AbstractHealthIndicator {

    private final CircuitBreaker breaker;

    GatewayHealthIndicator(CircuitBreaker breaker) {
        this.breaker = breaker;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var state = breaker.getState();
        health.status(state == CircuitBreaker.State.OPEN ? "OUT_OF_SERVICE" : "UP")
                .withDetail("circuitBreaker", state)
                .withDetail("failureRate", breaker.getMetrics().getFailureRate());
    }
}
