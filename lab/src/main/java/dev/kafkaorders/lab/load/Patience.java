package dev.kafkaorders.lab.load;

import java.time.Duration;

/// Lasts as long as something comes of it.
final class Patience {
    private final long nanos;
    private volatile long renewed = System.nanoTime();

    /// @param time how long nothing may come of it
    Patience(Duration time) {
        nanos = time.toNanos();
    }

    /// Something came of it.
    void renew() {
        renewed = System.nanoTime();
    }

    boolean lasts() {
        return System.nanoTime() - renewed < nanos;
    }
}
