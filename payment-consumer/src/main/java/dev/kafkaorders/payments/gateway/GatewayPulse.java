package dev.kafkaorders.payments.gateway;

import java.time.Instant;

/// Whether the gateway is there, as far as the calls to it tell.
///
/// When a call finds it unavailable, that may be the call's own bad luck, or the first that is
/// heard of an outage. The circuit breaker needs some calls to tell; until then, a call that began
/// later and was answered is the proof that there is no outage.
public interface GatewayPulse {

    /// Whether the breaker holds it to be away, or tries if it still is.
    boolean isAway();

    /// Whether a call that began after that moment was answered.
    boolean beatAfter(Instant moment);
}
