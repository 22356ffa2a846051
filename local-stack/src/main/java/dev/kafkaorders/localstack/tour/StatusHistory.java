package dev.kafkaorders.localstack.tour;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What order-producer tells of an order, as anybody may ask it.
final class StatusHistory {

    private StatusHistory() {}

    /// Shows it as soon as it has that state.
    ///
    /// @throws BrokenPromise when it hasn't within a minute
    static void show(Scene scene, UUID order, String state) {
        var status = scene.customer().status(order, state).body();
        scene.tell("GET /orders/%s: %s".formatted(order, state));
        Instant start = null;
        for (var fact : status.path("timeline")) {
            var time = Instant.parse(fact.path("time").asString());
            start = start == null ? time : start;
            scene.tell("  %5d ms  %s".formatted(MILLIS.between(start, time), line(fact)));
        }
    }

    private static String line(JsonNode fact) {
        var attempt = fact.path("attempt").asInt();
        return "%-19s  %s-%d-%d%s"
                .formatted(
                        fact.path("event").asString(),
                        fact.path("topic").asString(),
                        fact.path("partition").asInt(),
                        fact.path("offset").asLong(),
                        attempt == 0 ? "" : ", attempt " + attempt);
    }
}
