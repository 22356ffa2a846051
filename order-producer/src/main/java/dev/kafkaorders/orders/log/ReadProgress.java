package dev.kafkaorders.orders.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/// How far the topics were read, partition by partition, and how far they went when reading began.
public final class ReadProgress {

    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final Map<TopicPartition, Long> starts = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private int waiting;

    synchronized void begins(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        nextOffsets.putAll(from);
        starts.putAll(from);
        ends.putAll(to);
        notifyAll();
    }

    synchronized void reached(TopicPartition partition, long nextOffset) {
        nextOffsets.put(partition, nextOffset);
        notifyAll();
    }

    /// How many partitions are read; 0 before it is known.
    public synchronized int partitions() {
        return ends.size();
    }

    /// Offsets between where reading was when it began and what was the end then.
    public synchronized long total() {
        return ends.entrySet().stream()
                .mapToLong(
                        end -> Math.max(end.getValue() - starts.getOrDefault(end.getKey(), 0L), 0))
                .sum();
    }

    /// How many of them are to be read yet.
    public synchronized long remaining() {
        return lag(ends);
    }

    /// How many offsets there are before those ends that are to be read yet.
    public synchronized long lag(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(end.getValue() - nextOffset(end.getKey()), 0))
                .sum();
    }

    /// Waits until all before that offset was read. False if that takes too long.
    public synchronized boolean awaitReached(
            TopicPartition partition, long offset, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        waiting++;
        notifyAll();
        try {
            while (nextOffset(partition) < offset && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } finally {
            waiting--;
        }
        return nextOffset(partition) >= offset;
    }

    /// Returns as soon as somebody waits for something to be read, or after that time.
    synchronized void awaitDemand(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (waiting == 0 && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
    }

    /// What is to be read next in a partition; 0 when nobody knows.
    public synchronized long nextOffset(TopicPartition partition) {
        return nextOffsets.getOrDefault(partition, 0L);
    }
}
