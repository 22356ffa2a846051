package dev.kafkaorders.replayer.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import dev.kafkaorders.replayer.ledger.State;
import dev.kafkaorders.replayer.masking.Masked;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dead letter in short: small, whatever its payload is, and masked.
///
/// @param at when it died
/// @param topic where it was first written, with partition and offset
/// @param exception the class of the failure
/// @param attempts how often it was tried in vain
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        DeadLetterId id,
        Instant at,
        State state,
        @Nullable String key,
        @Nullable String type,
        UUID eventId,
        @Nullable String topic,
        int partition,
        @Nullable Long offset,
        @Nullable String exception,
        @Nullable String message,
        @Nullable Integer attempts,
        int replayCount) {

    static Finding of(DeadLetter letter, Masked payload, State state) {
        return new Finding(
                letter.id(),
                letter.at(),
                state,
                letter.key(),
                letter.type().orElse(null),
                letter.eventId().value(),
                letter.originTopic().orElse(null),
                letter.originPartition(),
                letter.originOffset().orElse(null),
                letter.exception().orElse(null),
                payload.hideIn(letter.message().orElse(null)),
                letter.attempts().orElse(null),
                letter.replayCount());
    }
}
