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
            new Entry(
                    Entry.State.CLAIMED, Fingerprint.of("tea".getBytes(UTF_8)), NOON, "one", true);

    private final IdempotencyLog log = new IdempotencyLog();

    @Test
    void readsWhatItWrote() {
        assertThat(recalledFrom(log.claim(KEY, CLAIM, 6))).isEqualTo(CLAIM);
        assertThat(recalledFrom(log.acceptance(KEY, CLAIM, 6))).isEqualTo(CLAIM);
    }

    /// Its orders have ids that are not in order of time, and the answer is to name those.
    @Test
    void readsWhatWasWrittenWhenNoIdsWereInOrder() {
        var written = log.acceptance(KEY, CLAIM, 6);
        var before = new String(written.value(), UTF_8).replace(",\"orderedIds\":true", "");
        assertThat(before).doesNotContain("orderedIds");
        var record =
                new ProducerRecord<>(
                        written.topic(),
                        written.partition(),
                        written.key(),
                        before.getBytes(UTF_8));
        assertThat(recalledFrom(record))
                .returns(NOON, Entry::acceptedAt)
                .returns(false, Entry::orderedIds);
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
