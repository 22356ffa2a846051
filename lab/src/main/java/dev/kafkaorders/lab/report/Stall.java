package dev.kafkaorders.lab.report;

import java.time.Duration;
import java.time.Instant;

/// A time in which the last stable offset of a partition of `orders` stood still with more behind
/// it.
public record Stall(int partition, Instant from, Duration time) {
    Instant to() {
        return from.plus(time);
    }
}
