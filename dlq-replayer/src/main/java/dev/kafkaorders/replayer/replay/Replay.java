package dev.kafkaorders.replayer.replay;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.deadletter.DeadLetterTopic.Range;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A replay and how far it is: the value of a record in `dlq-replayer.replays`, written in the same
/// transaction as what it tells of.
///
/// @param by who asked for it
/// @param range the part of the topic that it goes through, as it stood then
/// @param positions of each partition, the next offset to look at. Its consumer group has the same;
///   Kafka forgets a group's after seven days without a commit
/// @param reason why it failed
/// @param revision grows with each record
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        UUID id,
        ReplayRequest request,
        String by,
        Instant at,
        Range range,
        Map<Integer, Long> positions,
        ReplayState state,
        Counts counts,
        @Nullable Instant endedAt,
        @Nullable String reason,
        int revision) {

    public Replay {
        positions = Map.copyOf(positions);
    }

    static Replay planned(UUID id, ReplayRequest request, Range range, String by, Instant at) {
        var state = range.size() == 0 ? ReplayState.DONE : ReplayState.RUNNING;
        var endedAt = state.isEnded() ? at : null;
        return new Replay(
                id, request, by, at, range, range.from(), state, Counts.NONE, endedAt, null, 1);
    }

    Replay advanced(Map<Integer, Long> newPositions, Counts more, Instant now) {
        var all = new TreeMap<>(positions);
        all.putAll(newPositions);
        var isDone =
                range.to().entrySet().stream()
                        .allMatch(e -> all.getOrDefault(e.getKey(), 0L) >= e.getValue());
        return new Replay(
                id,
                request,
                by,
                at,
                range,
                all,
                isDone ? ReplayState.DONE : state,
                counts.plus(more),
                isDone ? now : null,
                null,
                revision + 1);
    }

    Replay become(ReplayState next, @Nullable String why, Instant now) {
        return new Replay(
                id,
                request,
                by,
                at,
                range,
                positions,
                next,
                counts,
                next.isEnded() ? now : null,
                why,
                revision + 1);
    }

    /// How many offsets it has still to look at: the lag of its consumer group, up to where the
    /// topic ended when it was planned.
    @JsonIgnore
    public long remaining() {
        return range.to().entrySet().stream()
                .mapToLong(e -> e.getValue() - positions.getOrDefault(e.getKey(), e.getValue()))
                .sum();
    }

    @JsonIgnore
    public String group() {
        return "dlq-replayer.replay." + id;
    }
}
