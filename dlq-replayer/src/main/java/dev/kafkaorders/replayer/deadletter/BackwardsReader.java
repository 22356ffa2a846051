package dev.kafkaorders.replayer.deadletter;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Reads a partition backwards, a window at a time. Kafka only reads forwards: each window is read
/// from its beginning, and what was made of it is handed out from its end.
final class BackwardsReader {

    private static final int LARGEST_WINDOW = 5_000;

    private final TopicPartition partition;
    private final long beginning;
    private final Deque<Finding> found = new ArrayDeque<>();
    private long start;
    private long end;
    private int window;

    BackwardsReader(TopicPartition partition, long beginning, long end, int window) {
        this.partition = partition;
        this.beginning = beginning;
        this.end = Math.max(beginning, end);
        this.window = window;
    }

    TopicPartition partition() {
        return partition;
    }

    /// The last match that was not taken yet, if it is known.
    @Nullable Finding peek() {
        return found.peekLast();
    }

    void take() {
        found.removeLast();
    }

    boolean isExhausted() {
        return found.isEmpty() && end == beginning;
    }

    boolean needsReading() {
        return found.isEmpty() && end > beginning;
    }

    /// Behind what is still to be handed out.
    long position() {
        var next = found.peekLast();
        return next == null ? end : next.id().offset() + 1;
    }

    /// Asks for the next window.
    void seek(Consumer<?, ?> consumer) {
        start = Math.max(beginning, end - window);
        consumer.seek(partition, start);
    }

    /// Whether the window has been read.
    boolean isRead(Consumer<?, ?> consumer) {
        return consumer.position(partition) >= end;
    }

    boolean isAskedFor(long offset) {
        return offset < end;
    }

    void add(Finding finding) {
        found.addLast(finding);
    }

    /// The window has been read: the next one ends where this one begins, and is larger when
    /// nothing was found.
    void next() {
        end = start;
        window = found.isEmpty() ? Math.min(2 * window, LARGEST_WINDOW) : window;
    }
}
