package dev.kafkaorders.payments.gateway;

import java.time.Duration;

/// How the simulated gateway behaves as such, whatever it is asked for.
///
/// @param latency what each call takes longer
/// @param failureRatio how many of the calls it fails, from 0 for none to 1 for all
/// @param outage whether it is away
/// @param refusing whether it is there, and refuses for good whatever it is asked for
public record Behaviour(Duration latency, double failureRatio, boolean outage, boolean refusing) {

    static final Duration SLOWEST = Duration.ofSeconds(30);

    public Behaviour {
        if (latency.isNegative() || latency.compareTo(SLOWEST) > 0) {
            throw new IllegalArgumentException("latency must be from 0 to 30 s");
        }
        if (!(failureRatio >= 0 && failureRatio <= 1)) {
            throw new IllegalArgumentException("failureRatio must be from 0 to 1");
        }
    }

    /// Always there, at once.
    static Behaviour good() {
        return new Behaviour(Duration.ZERO, 0, false, false);
    }
}
