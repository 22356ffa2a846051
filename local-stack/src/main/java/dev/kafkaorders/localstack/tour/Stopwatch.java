package dev.kafkaorders.localstack.tour;

import java.time.Duration;

/// Tells how long it has been running.
final class Stopwatch {
    private final long started = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    long millis() {
        return elapsed().toMillis();
    }
}
