package dev.kafkaorders.orders.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a record stands, and since when.
public record Position(String topic, int partition, long offset, Instant written) {

    Fact fact(
            Milestone milestone,
            int replay,
            int attempt,
            @Nullable Instant nextAt,
            @Nullable String reason) {
        return new Fact(
                milestone, written, topic, partition, offset, replay, attempt, nextAt, reason);
    }
}
