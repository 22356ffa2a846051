package dev.kafkaorders.lab.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Replayed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `dlq-replayer.ledger`: of the records about a dead letter, the one with the highest revision
/// tells all that was done about it. A record is about one of them, or about many of a partition to
/// which a replay has done the same.
final class ReplayLedger {
    private static final Pattern KEY =
            Pattern.compile("(?<topic>[^/]+)-(?<partition>\\d+)-(?<offset>\\d+)(?<many>/.+)?");

    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Map<Place, History> histories = new HashMap<>();

    void read(ConsumerRecord<byte[], byte[]> record) {
        var key = KEY.matcher(new String(record.key(), UTF_8));
        if (!key.matches() || record.value() == null) {
            return;
        }
        var topic = key.group("topic");
        var partition = Integer.parseInt(key.group("partition"));
        if (key.group("many") == null) {
            var offset = Long.parseLong(key.group("offset"));
            enter(
                    new Place(topic, partition, offset),
                    json.readValue(record.value(), History.class));
        } else {
            var page = json.readValue(record.value(), Page.class);
            page.eachOffset()
                    .forEach(offset -> enter(new Place(topic, partition, offset), page.history()));
        }
    }

    private void enter(Place letter, History history) {
        histories.merge(
                letter, history, (one, other) -> one.revision() > other.revision() ? one : other);
    }

    List<Replayed> replays() {
        return histories.entrySet().stream()
                .flatMap(letter ->
                        letter.getValue().entries().stream()
                                .flatMap(entry -> entry.replayOf(letter.getKey())))
                .toList();
    }

    /// @param offsets such as `17,20-23`
    private record Page(String offsets, History history) {

        LongStream eachOffset() {
            return Stream.of(offsets.split(","))
                    .map(run -> run.split("-"))
                    .flatMapToLong(ends ->
                            LongStream.rangeClosed(
                                    Long.parseLong(ends[0]),
                                    Long.parseLong(ends[ends.length - 1])));
        }
    }

    private record History(int revision, List<Entry> entries) {}

    private record Entry(
            String state, UUID replay, @Nullable Integer replayCount, @Nullable UUID correctedAs) {

        /// Empty for what else is done about a dead letter.
        Stream<Replayed> replayOf(Place letter) {
            if (!state.equals("replayed") || replay == null || replayCount == null) {
                return Stream.empty();
            }
            var corrected = correctedAs == null ? null : new EventId(correctedAs);
            return Stream.of(new Replayed(letter, replay, replayCount, corrected));
        }
    }
}
