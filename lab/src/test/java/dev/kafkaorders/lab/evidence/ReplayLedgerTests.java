package dev.kafkaorders.lab.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Replayed;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class ReplayLedgerTests {

    private static final UUID REPLAY = new UUID(0, 1);

    private final ReplayLedger ledger = new ReplayLedger();

    @Test
    void readsReplaysFromTheLatestRecordOfALetter() {
        read(1, "{\"revision\":1,\"entries\":[" + replayed(1) + "]}");
        read(2, "{\"revision\":2,\"entries\":[" + replayed(1) + "," + replayed(2) + "]}");

        var letter = new Place("payment-consumer.dlt", 3, 17);
        assertThat(ledger.replays())
                .containsExactly(
                        new Replayed(letter, REPLAY, 1, null),
                        new Replayed(letter, REPLAY, 2, null));
    }

    @Test
    void countsADiscardAsNoReplay() {
        read(
                1,
                """
                {"revision":1,"entries":[{"state":"discarded","by":"operator",
                 "at":"2026-01-01T12:00:00Z","reason":"a test order"}]}
                """);

        assertThat(ledger.replays()).isEmpty();
    }

    @Test
    void readsWhatWasDoneToManyAlike() {
        ledger.read(
                record(
                        "payment-consumer.dlt-3-17/" + REPLAY,
                        1,
                        """
                        {"offsets":"17,20-21","history":{"revision":1,"entries":[%s]}}
                        """
                                .formatted(replayed(1))));
        read(2, "{\"revision\":2,\"entries\":[" + replayed(1) + "," + replayed(2) + "]}");

        assertThat(ledger.replays())
                .containsExactlyInAnyOrder(
                        new Replayed(new Place("payment-consumer.dlt", 3, 17), REPLAY, 1, null),
                        new Replayed(new Place("payment-consumer.dlt", 3, 17), REPLAY, 2, null),
                        new Replayed(new Place("payment-consumer.dlt", 3, 20), REPLAY, 1, null),
                        new Replayed(new Place("payment-consumer.dlt", 3, 21), REPLAY, 1, null));
    }

    private static String replayed(int count) {
        return """
        {"state":"replayed","by":"operator","at":"2026-01-01T12:00:00Z",
         "replay":"%s","replayCount":%d}
        """
                .formatted(REPLAY, count);
    }

    private void read(long offset, String value) {
        ledger.read(record("payment-consumer.dlt-3-17", offset, value));
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, long offset, String value) {
        return new ConsumerRecord<>(
                "dlq-replayer.ledger", 0, offset, key.getBytes(UTF_8), value.getBytes(UTF_8));
    }
}
