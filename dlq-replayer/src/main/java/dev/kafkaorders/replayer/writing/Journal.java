package dev.kafkaorders.replayer.writing;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// Reads the compacted topics of all memories from their beginnings on, each committed record once.
final class Journal implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_POLL_RECORDS = 5_000;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Memory> memories;
    private @Nullable Announcement lastAnnouncement;

    Journal(Clients clients, Collection<Memory> memories) {
        this.consumer = clients.follower(MAX_POLL_RECORDS);
        this.memories = memories.stream().collect(toMap(Memory::topic, memory -> memory));
    }

    /// Reads to the ends as they stand now.
    void catchUp() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(memories.keySet().stream().flatMap(this::partitions).toList());
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The ledger could not be read within " + PATIENCE);
            }
            read(A_MOMENT);
        }
    }

    /// Reads what has come since.
    void follow() {
        read(Duration.ZERO);
    }

    /// Reads on until somebody has announced himself. A commit is answered before everybody can
    /// read what it committed.
    void awaitAnnouncementAfter(@Nullable Announcement before) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Objects.equals(lastAnnouncement, before)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("No announcement could be read within " + PATIENCE);
            }
            read(A_MOMENT);
        }
    }

    /// The instance that said last that it writes.
    @Nullable Announcement lastAnnouncement() {
        return lastAnnouncement;
    }

    private void read(Duration patience) {
        for (var record : consumer.poll(patience)) {
            if (Announcement.isIn(record)) {
                lastAnnouncement = Announcement.of(record);
            } else {
                remember(record);
            }
        }
    }

    private void remember(ConsumerRecord<byte[], byte[]> record) {
        var memory = memories.get(record.topic());
        if (memory != null) {
            memory.remember(record);
        }
    }

    private Stream<TopicPartition> partitions(String topic) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("The topic " + topic + " is missing");
        }
        return List.copyOf(partitions).stream()
                .map(info -> new TopicPartition(topic, info.partition()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
