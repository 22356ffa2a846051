package dev.kafkaorders.lab.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Money that was moved: a line of the ledger.
///
/// @param reference the gateway's name for it
@JsonInclude(JsonInclude.Include.NON_NULL)
record Entry(
        Kind kind,
        String idempotencyKey,
        @Nullable UUID orderId,
        long amountMinor,
        Currency currency,
        String reference,
        Instant at) {

    enum Kind {
        charge,
        refund
    }
}
