package dev.kafkaorders.orders.idempotency;

import dev.kafkaorders.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// How entries stand in the topic.
///
/// All entries of a key are in one partition, so that the log orders them. An acceptance has the
/// key's id as its record key. A claim has a record key of its own: of records with the same key
/// compaction keeps only the last, and what counts here is the first.
final class IdempotencyLog {

    private static final int ID_LENGTH = 36;

    private final EntryJson json = new EntryJson();

    ProducerRecord<byte[], byte[]> claim(UUID id, Entry entry, int partitions) {
        return record(id, id + "/" + UUID.randomUUID(), entry, partitions);
    }

    ProducerRecord<byte[], byte[]> acceptance(UUID id, Entry entry, int partitions) {
        return record(id, id.toString(), entry, partitions);
    }

    /// @throws IllegalArgumentException or a JacksonException when the record is none of ours
    void readInto(Memory memory, ConsumerRecord<byte[], byte[]> record, Instant now) {
        var key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.length() < ID_LENGTH) {
            throw new IllegalArgumentException("not a key's id: " + key);
        }
        memory.learn(UUID.fromString(key.substring(0, ID_LENGTH)), json.read(record.value()), now);
    }

    private ProducerRecord<byte[], byte[]> record(
            UUID id, String recordKey, Entry entry, int partitions) {
        return new ProducerRecord<>(
                Topics.IDEMPOTENCY,
                Math.floorMod(id.hashCode(), partitions),
                recordKey.getBytes(StandardCharsets.UTF_8),
                json.write(entry));
    }
}
