package dev.kafkaorders.replayer.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.State;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How it stands with a dead letter, for the audit; without its payload.
///
/// @param reason why it was given up
/// @param correctedAs the id of the event that takes its place
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterStanding(
        DeadLetterId deadLetter,
        State state,
        @Nullable String reason,
        @Nullable UUID correctedAs) {}
