package dev.kafkaorders.replayer.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of the audit, as it is written.
///
/// @param operation the same for all entries about one operation
/// @param what the kind of operation, such as `offset-reset`
/// @param subject what it is done to, such as a consumer group
/// @param before how it was; null where there is no such thing
/// @param after how it is to be
/// @param result what came of it, or why it failed; null for an intention
record AuditEntry(
        UUID operation,
        Phase phase,
        String who,
        String what,
        String subject,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String result,
        Instant at) {

    static AuditEntry of(
            UUID id, Operation operation, Phase phase, @Nullable String result, Instant at) {
        return new AuditEntry(
                id,
                phase,
                operation.who(),
                operation.what(),
                operation.subject(),
                operation.before(),
                operation.after(),
                result,
                at);
    }

    enum Phase {
        INTENDED,
        DONE,
        FAILED
    }
}
