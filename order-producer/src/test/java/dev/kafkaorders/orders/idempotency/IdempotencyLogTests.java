package dev.kafkaorders.orders.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class IdempotencyLogTests {

    private static final UUID KEY = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Entry CLAIM =
            new Entry(Entry.State.CLAIMED, Fingerprint.of("tea".getBytes(UTF_8)), NOON, "one");

    private final IdempotencyLog log = new IdempotencyLog();

    @Test
    void readsWhatItWrote() {
        assertThat(recalledFrom(log.claim(KEY, CLAIM, 6))).isEqualTo(CLAIM);
        assertThat(recalledFrom(log.acceptance(KEY, CLAIM, 6))).isEqualTo(CLAIM);
    }

    @Test
    void compactionCanNotDropTheFirstOfTwoClaims() {
        assertThat(log.claim(KEY, CLAIM, 6).key()).isNotEqualTo(log.claim(KEY, CLAIM, 6).key());
    }

    @Test
    void allEntriesOfAKeyAreInOnePartition() {
        assertThat(log.claim(KEY, CLAIM, 6).partition())
                .isEqualTo(log.acceptance(KEY, CLAIM, 6).partition());
    }

    private Entry recalledFrom(ProducerRecord<byte[], byte[]> written) {
        var settings =
                new IdempotencySettings(
                        Duration.ofHours(24), Duration.ofSeconds(30), Duration.ofSeconds(5), 3);
        var memory = new Memory(settings);
        log.readInto(
                memory,
                new ConsumerRecord<>(
                        written.topic(), written.partition(), 0, written.key(), written.value()),
                NOON);
        return memory.recall(KEY, NOON).orElseThrow();
    }
}
