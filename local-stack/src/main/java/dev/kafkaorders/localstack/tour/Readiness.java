package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What payment-consumer's readiness probe says while the gateway is away.
///
/// @param breaker the state of the circuit breaker
/// @param held the partitions that wait
record Readiness(int status, String breaker, JsonNode held) {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// As soon as it says that partitions wait.
    ///
    /// @throws BrokenPromise when it says so in no time
    static Readiness waiting(RunningStack stack) {
        var probe = stack.service("payment-consumer").resolve("/actuator/health/readiness");
        try (var door = new Door()) {
            return Await.present(PATIENCE, () -> asked(door, probe))
                    .orElseThrow(() -> new BrokenPromise("ready, as if nothing had happened"));
        }
    }

    private static Optional<Readiness> asked(Door door, URI probe) {
        var answer = door.get(probe);
        var components = answer.body().path("components");
        var readiness =
                new Readiness(
                        answer.status(),
                        detail(components, "gateway", "circuitBreaker").asString(""),
                        detail(components, "heldPartitions", "held"));
        return Optional.of(readiness).filter(now -> now.status != OK && !now.held.isEmpty());
    }

    private static JsonNode detail(JsonNode components, String component, String detail) {
        return components.path(component).path("details").path(detail);
    }

    @Override
    public String toString() {
        return "%d, circuit breaker %s, %d partitions wait: %s"
                .formatted(status, breaker, held.size(), held.path(0).path("reason").asString(""));
    }
}
