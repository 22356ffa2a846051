package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a record's headers say of tries and replays; null where they say nothing.
///
/// @param attempts how often the event had been tried in vain
/// @param due not to be tried before
/// @param origin where the event was first written, for a record of a retry topic or a dead letter
/// @param replay the replay that brought it back
/// @param replayCount how often it was brought back, this time included; 0 if never
/// @param replayOf the dead event that is meant
/// @param isDiscard whether it gives that event up
public record Labels(
        int attempts,
        @Nullable Instant due,
        @Nullable Place origin,
        @Nullable UUID replay,
        int replayCount,
        @Nullable EventId replayOf,
        boolean isDiscard) {

    public static final Labels NONE = new Labels(0, null, null, null, 0, null, false);
}
