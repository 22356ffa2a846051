package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How far the log was read, partition by partition.
final class ReadProgress {

    private final Map<Integer, Long> nextOffsets = new HashMap<>();

    synchronized void reached(int partition, long nextOffset) {
        nextOffsets.put(partition, nextOffset);
        notifyAll();
    }

    synchronized long nextOffset(int partition) {
        return nextOffsets.getOrDefault(partition, 0L);
    }

    /// Waits until that record was read, and so all before it. False if that takes too long.
    synchronized boolean awaitRead(int partition, long offset, Duration patience)
            throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (nextOffset(partition) <= offset && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return nextOffset(partition) > offset;
    }
}
