package dev.kafkaorders.orders.publishing;

import java.time.Duration;

/// Pauses between attempts: none before the first, then longer and longer.
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = Duration.ZERO;

    void pause() throws InterruptedException {
        Thread.sleep(next);
        var doubled = next.isZero() ? SHORTEST : next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    void reset() {
        next = Duration.ZERO;
    }
}
