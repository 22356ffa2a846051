package dev.kafkaorders.lab.benchmark.load;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/// Customers who come when they come, whether those before them were answered or not. Each is told
/// when it was due, to count from there: counting from when it was its turn would leave out the
/// waits that a slow answer causes (coordinated omission).
public final class OpenLoop {
    private static final double NANOS_PER_SECOND = 1e9;

    private OpenLoop() {}

    /// Returns when all were served that came within this time.
    public static void run(double perSecond, Duration time, Customer customer) {
        var began = System.nanoTime();
        var between = NANOS_PER_SECOND / perSecond;
        var count = Math.round(time.toNanos() / between);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0L; number < count; number++) {
                var due = began + Math.round(number * between);
                await(due);
                threads.execute(() -> customer.comes(due));
            }
        }
    }

    private static void await(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// One of many, each in a thread of its own.
    @FunctionalInterface
    public interface Customer {
        /// Asks, and is answered.
        ///
        /// @param due when it should have been its turn, in nanoseconds as [System#nanoTime] has
        ///   them
        void comes(long due);
    }
}
