package dev.kafkaorders.replayer.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody did about a dead letter.
///
/// @param state what it is since
/// @param by who did it
/// @param replay the replay or the correction that took it
/// @param replayCount how often its event has been replayed, this time included
/// @param correctedAs the id of the new event that replaces it
/// @param reason why it was given up, or refused
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        State state,
        String by,
        Instant at,
        @Nullable UUID replay,
        @Nullable Integer replayCount,
        @Nullable UUID correctedAs,
        @Nullable String reason) {

    public static Entry replayed(UUID replay, int replayCount, String by, Instant at) {
        return new Entry(State.REPLAYED, by, at, replay, replayCount, null, null);
    }

    public static Entry corrected(
            UUID correction, int replayCount, UUID correctedAs, String by, Instant at) {
        return new Entry(State.REPLAYED, by, at, correction, replayCount, correctedAs, null);
    }

    public static Entry quarantined(UUID replay, String reason, String by, Instant at) {
        return new Entry(State.QUARANTINED, by, at, replay, null, null, reason);
    }

    public static Entry discarded(String reason, String by, Instant at) {
        return new Entry(State.DISCARDED, by, at, null, null, null, reason);
    }
}
