package dev.kafkaorders.orders.idempotency;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// How much is remembered, and what became of the requests.
final class IdempotencyMetrics {

    private final MeterRegistry registry;

    IdempotencyMetrics(MeterRegistry registry, Memory memory) {
        this.registry = registry;
        Gauge.builder("orders.idempotency.keys", memory, Memory::size)
                .description("Keys that are remembered")
                .register(registry);
        FunctionCounter.builder(
                        "orders.idempotency.forgotten.early", memory, Memory::forgottenEarly)
                .description("Keys that were forgotten before they expired, for want of room")
                .register(registry);
    }

    void decided(Admission admission) {
        var decision =
                switch (admission) {
                    case Admission.Admitted _ -> "admitted";
                    case Admission.Accepted _ -> "replayed";
                    case Admission.KeyReused _ -> "key_reused";
                    case Admission.InFlight _ -> "in_flight";
                    case Admission.Undecided _ -> "undecided";
                };
        registry.counter("orders.idempotency.requests", "decision", decision).increment();
    }
}
