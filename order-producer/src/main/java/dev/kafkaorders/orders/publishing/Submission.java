package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// The records of one request, which are written all or none, and the promise to say which.
///
/// Either a lane takes it or it is given up, never both: what was answered is not written
/// afterwards. Whoever was told that the outcome is unknown repeats his request, and what was
/// written before him is in the log before his claim, where it is found; what is written later
/// would be another order.
final class Submission {

    private enum Stage {
        WAITING,
        TAKEN,
        ANSWERED
    }

    private final List<ProducerRecord<byte[], byte[]>> records;
    private final long bytes;
    private final long submittedAt = System.nanoTime();
    private final CompletableFuture<Publication> publication = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    Submission(List<ProducerRecord<byte[], byte[]>> records) {
        this.records = List.copyOf(records);
        this.bytes = this.records.stream().mapToLong(Submission::size).sum();
    }

    List<ProducerRecord<byte[], byte[]>> records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    CompletableFuture<Publication> publication() {
        return publication;
    }

    /// As [System#nanoTime()] told.
    long submittedAt() {
        return submittedAt;
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - submittedAt >= age.toNanos();
    }

    /// Whether it may be written now. Until it is put back nobody gives it up.
    boolean take() {
        return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
    }

    /// It was certainly not written.
    void putBack() {
        stage.compareAndSet(Stage.TAKEN, Stage.WAITING);
    }

    /// Answers, unless somebody has taken it.
    void giveUp(Publication how) {
        if (stage.compareAndSet(Stage.WAITING, Stage.ANSWERED)) {
            publication.complete(how);
        }
    }

    void ended(Publication how) {
        stage.set(Stage.ANSWERED);
        publication.complete(how);
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        return length(record.key()) + length(record.value());
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
