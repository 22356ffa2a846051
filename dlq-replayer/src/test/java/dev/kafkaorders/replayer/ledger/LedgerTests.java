package dev.kafkaorders.replayer.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LedgerTests {

    private static final DeadLetterId ID = new DeadLetterId(3, 17);

    private final Ledger ledger = new Ledger(new LedgerSettings("dlt", "retry"));

    @Test
    void remembersWhatTheTopicSays() {
        var history =
                History.EMPTY
                        .and(Entry.replayed(UUID.randomUUID(), 2, "me", Instant.EPOCH))
                        .and(Entry.discarded("enough", "you", Instant.EPOCH));
        ledger.remember(record("dlt-3-17", json(history)));
        assertThat(ledger.of(ID)).isEqualTo(history);
        assertThat(ledger.state(ID)).isEqualTo(State.DISCARDED);
        assertThat(ledger.of(ID).replayCount()).isEqualTo(2);
        assertThat(ledger.state(new DeadLetterId(3, 18))).isEqualTo(State.OPEN);
    }

    @Test
    void whatIsReadAgainDoesNotOvertakeWhatWasWrittenSince() {
        var old = History.EMPTY.and(Entry.quarantined(UUID.randomUUID(), "3", "me", Instant.EPOCH));
        var now = old.and(Entry.discarded("enough", "you", Instant.EPOCH));
        ledger.remember(record("dlt-3-17", json(now)));
        ledger.remember(record("dlt-3-17", json(old)));
        assertThat(ledger.of(ID)).isEqualTo(now);
    }

    @Test
    void remembersWhatAPageSaysOfMany() {
        var replay = UUID.randomUUID();
        var once = History.EMPTY.and(Entry.replayed(replay, 1, "me", Instant.EPOCH));
        var discarded = once.and(Entry.discarded("enough", "you", Instant.EPOCH));
        var ids = Stream.of(16L, 17L, 21L).map(offset -> new DeadLetterId(3, offset)).toList();
        ledger.remember(record("dlt-3-17", json(discarded)));
        ledger.remember(
                record("dlt-" + Page.key(ids.getFirst(), replay), json(Page.of(ids, once))));
        assertThat(ids).extracting(ledger::of).containsExactly(once, discarded, once);
        assertThat(ledger.census()).isEqualTo(Map.of(State.REPLAYED, 2, State.DISCARDED, 1));
    }

    /// A record must not be larger than the brokers take.
    @Test
    void aPageIsNeverLong() {
        var scattered =
                LongStream.range(0, 12_000)
                        .mapToObj(number -> new DeadLetterId(3, Long.MAX_VALUE / 10 + 2 * number))
                        .toList();
        var portions = Page.portions(scattered).toList();
        assertThat(portions).flatMap(portion -> portion).isEqualTo(scattered);
        assertThat(portions)
                .allSatisfy(portion ->
                        assertThat(json(Page.of(portion, History.EMPTY))).hasSizeLessThan(120_000));
    }

    @Test
    void isNotStoppedByWhatItCannotRead() {
        ledger.remember(record("dlt-3-17/x", "{\"offsets\":\"5-\"}".getBytes(UTF_8)));
        ledger.remember(record("dlt-3-17/x", "{}".getBytes(UTF_8)));
        ledger.remember(record("dlt-x/x", "{\"offsets\":\"5\"}".getBytes(UTF_8)));
        ledger.remember(record("dlt-3-17", "no json".getBytes(UTF_8)));
        ledger.remember(record("dlt-x", "{}".getBytes(UTF_8)));
        ledger.remember(record("another-3-17", "{}".getBytes(UTF_8)));
        assertThat(ledger.census()).isEmpty();
    }

    @Test
    void keepsTheLatestOfVeryMany() {
        var history = History.EMPTY;
        for (var i = 0; i < 50; i++) {
            history = history.and(Entry.discarded("reason " + i, "me", Instant.EPOCH));
        }
        assertThat(history.entries()).hasSize(20);
        assertThat(history.entries().getLast().reason()).isEqualTo("reason 49");
        assertThat(history.revision()).isEqualTo(50);
    }

    @Test
    void letsGoOfWhatTheTopicHasDeleted() {
        var history = History.EMPTY.and(Entry.discarded("enough", "you", Instant.EPOCH));
        ledger.remember(record("dlt-3-17", json(history)));
        ledger.remember(record("dlt-3-18", json(history)));
        ledger.forgetBefore(Map.of(3, 18L));
        assertThat(ledger.census()).isEqualTo(Map.of(State.DISCARDED, 1));
    }

    private static byte[] json(Object value) {
        return JsonMapper.shared().writeValueAsBytes(value);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>(Topics.LEDGER, 0, 0, key.getBytes(UTF_8), value);
    }
}
