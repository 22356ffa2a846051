package dev.kafkaorders.orders.publishing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// The records of one request, which are written all or none, and the promise to say which.
final class Submission {

    private final List<ProducerRecord<byte[], byte[]>> records;
    private final long bytes;
    private final long submittedAt = System.nanoTime();
    private final CompletableFuture<Publication> publication = new CompletableFuture<>();

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

    void ended(Publication how) {
        publication.complete(how);
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        return length(record.key()) + length(record.value());
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
