package dev.kafkaorders.replayer.replay.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.replay.Replay;
import dev.kafkaorders.replayer.replay.ReplayService.Speed;
import dev.kafkaorders.replayer.replay.ReplayState;
import dev.kafkaorders.replayer.replay.Selection;
import dev.kafkaorders.replayer.replay.SkipReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A replay as the API shows it.
///
/// @param consumerGroup its lag is what remains
/// @param total how many offsets it goes through
/// @param done how many dead letters were written back
/// @param quarantined how many were refused because they had been replayed too often
/// @param skipped how many were left alone, and why
/// @param remaining how many offsets it has still to look at
/// @param perSecond dead letters written back per second, lately
/// @param secondsLeft how long it will take
/// @param reason why it failed
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(
        UUID id,
        ReplayState state,
        String by,
        Instant at,
        @Nullable Instant endedAt,
        Selection selection,
        @Nullable String target,
        @Nullable Integer rate,
        boolean force,
        String consumerGroup,
        long total,
        long done,
        long quarantined,
        Map<SkipReason, Long> skipped,
        long remaining,
        @Nullable Long perSecond,
        @Nullable Long secondsLeft,
        @Nullable String reason) {

    static ReplayView of(Replay replay, Optional<Speed> speed) {
        return new ReplayView(
                replay.id(),
                replay.state(),
                replay.by(),
                replay.at(),
                replay.endedAt(),
                replay.request().selection(),
                replay.request().target(),
                replay.request().rate(),
                replay.request().force(),
                replay.group(),
                replay.range().size(),
                replay.counts().done(),
                replay.counts().quarantined(),
                replay.counts().skipped(),
                replay.remaining(),
                speed.map(known -> Math.round(known.perSecond())).orElse(null),
                speed.flatMap(Speed::remaining).map(Duration::toSeconds).orElse(null),
                replay.reason());
    }
}
