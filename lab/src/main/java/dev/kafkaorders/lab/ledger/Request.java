package dev.kafkaorders.lab.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/// A request, as it was sent.
///
/// @param number of all requests of a run, from 1
/// @param key the `Idempotency-Key`. A cancellation has one too, though the service doesn't ask for
///   it: it tells which requests repeat which
/// @param repeat whether it says again what an earlier one with the same key said
public record Request(long number, String key, Asked asked, boolean repeat, Instant sent) {

    /// What reports count requests by.
    public enum Kind {
        PLACE,
        PLACE_BATCH,
        CANCEL,
        REPEAT
    }

    /// The first request with this key.
    public static Request first(long number, String key, Asked asked, Instant sent) {
        return new Request(number, key, asked, false, sent);
    }

    /// The same once more.
    public Request again(long number, Instant sent) {
        return new Request(number, key, asked, true, sent);
    }

    @JsonIgnore
    public Kind kind() {
        if (repeat) {
            return Kind.REPEAT;
        }
        return switch (asked) {
            case Asked.Order _ -> Kind.PLACE;
            case Asked.Batch _ -> Kind.PLACE_BATCH;
            case Asked.Cancellation _ -> Kind.CANCEL;
        };
    }
}
