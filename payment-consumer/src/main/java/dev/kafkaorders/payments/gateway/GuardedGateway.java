package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.payments.failure.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Leaves a gateway alone that is away, by a circuit breaker. Looks at failures of the gateway as
/// such: an order that fails on its own is an answer like any other.
final class GuardedGateway implements PaymentGateway, GatewayPulse {

    private final PaymentGateway gateway;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final AtomicReference<Instant> latestBegin = new AtomicReference<>(Instant.MIN);

    GuardedGateway(PaymentGateway gateway, CircuitBreaker breaker, Clock clock) {
        this.gateway = gateway;
        this.breaker = breaker;
        this.clock = clock;
    }

    /// Whether the answer says that the gateway as such is not there.
    static boolean isUnavailable(Object answer) {
        return answer instanceof GatewayAnswer.Failed(Failure.GatewayUnavailable _);
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
        return guarded(() -> gateway.charge(charge));
    }

    @Override
    public GatewayAnswer refund(Refund refund) {
        return guarded(() -> gateway.refund(refund));
    }

    @Override
    public boolean isAway() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    @Override
    public boolean beatAfter(Instant moment) {
        return latestBegin.get().isAfter(moment);
    }

    private GatewayAnswer guarded(Supplier<GatewayAnswer> call) {
        if (!breaker.tryAcquirePermission()) {
            return new GatewayAnswer.NotAsked();
        }
        var began = breaker.getCurrentTimestamp();
        var beganAt = clock.instant();
        var answered = false;
        try {
            var answer = call.get();
            breaker.onResult(
                    breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), answer);
            answered = true;
            if (!isUnavailable(answer)) {
                latestBegin.accumulateAndGet(beganAt, (a, b) -> a.isAfter(b) ? a : b);
            }
            return answer;
        } finally {
            if (!answered) {
                breaker.releasePermission();
            }
        }
    }
}
