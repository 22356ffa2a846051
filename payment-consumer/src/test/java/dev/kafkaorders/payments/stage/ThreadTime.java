package dev.kafkaorders.payments.stage;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// How long threads of this JVM have been on a core.
public final class ThreadTime {

    private ThreadTime() {}

    /// Of all threads whose names contain that.
    ///
    /// @throws AssertionError when there is none
    public static Duration of(String name) {
        var threads = ManagementFactory.getThreadMXBean();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(name))
                .map(thread -> Duration.ofNanos(threads.getThreadCpuTime(thread.threadId())))
                .reduce(Duration::plus)
                .orElseThrow(() -> new AssertionError("no thread is named " + name));
    }
}
