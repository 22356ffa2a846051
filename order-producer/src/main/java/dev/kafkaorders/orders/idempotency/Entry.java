package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import java.time.Instant;

/// What the log says about a key: that a request claims it, or that this request was accepted.
///
/// @param acceptedAt the time of the request, for its events as well; the same in the claim and in
///   the acceptance
/// @param instance who claimed
/// @param orderedIds whether the ids of the request's orders are in order of time
record Entry(
        State state,
        Fingerprint fingerprint,
        Instant acceptedAt,
        String instance,
        boolean orderedIds) {

    enum State {
        CLAIMED,
        ACCEPTED
    }

    /// Whether both are about the same request.
    boolean isSameRequest(Entry other) {
        return fingerprint.equals(other.fingerprint) && acceptedAt.equals(other.acceptedAt);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return acceptedAt.plus(age).isBefore(now);
    }
}
