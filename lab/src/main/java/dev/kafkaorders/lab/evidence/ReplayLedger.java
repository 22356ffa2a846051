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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `dlq-replayer.ledger`: the latest record of a dead letter tells all that was done about it.
final class ReplayLedger {
    private static final Pattern KEY = Pattern.compile("(.+)-(\\d+)-(\\d+)");

    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final Map<Place, History> histories = new HashMap<>();

    void read(ConsumerRecord<byte[], byte[]> record) {
        var key = KEY.matcher(new String(record.key(), UTF_8));
        if (key.matches() && record.value() != null) {
            var letter =
                    new Place(
                            key.group(1),
                            Integer.parseInt(key.group(2)),
                            Long.parseLong(key.group(3)));
            histories.merge(
                    letter,
                    json.readValue(record.value(), History.class),
                    (one, other) -> one.revision() > other.revision() ? one : other);
        }
    }

    List<Replayed> replays() {
        return histories.entrySet().stream()
                .flatMap(letter ->
                        letter.getValue().entries().stream()
                                .flatMap(entry -> entry.replayOf(letter.getKey())))
                .toList();
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
