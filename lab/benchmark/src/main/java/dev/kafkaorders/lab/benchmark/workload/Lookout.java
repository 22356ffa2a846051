package dev.kafkaorders.lab.benchmark.workload;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what is measured by looking now and then: seldom enough to cost it next to nothing.
/// How fast it was is told afterwards, from what it has left.
public final class Lookout {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Lookout() {}

    /// Whether the condition came true in time.
    public static boolean atMost(Duration time, BooleanSupplier condition) {
        var deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            pause(BETWEEN_LOOKS);
        }
        return true;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a round was watched", e);
        }
    }
}
