package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money that the gateway moved, by the gateway's own books.
///
/// @param idempotencyKey the event that asked for it
/// @param order null where the gateway wasn't told
/// @param reference the gateway's name for it
public record Movement(
        Kind kind,
        String idempotencyKey,
        @Nullable UUID order,
        Money amount,
        String reference,
        Instant at) {

    public enum Kind {
        CHARGE,
        REFUND
    }
}
