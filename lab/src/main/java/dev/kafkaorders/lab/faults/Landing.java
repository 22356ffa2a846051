package dev.kafkaorders.lab.faults;

import java.time.Duration;
import java.time.Instant;

/// A fault that was struck, and what came of it.
///
/// @param hit who it was, such as `kafka-2` for the controller
/// @param struck when it was
/// @param proof what shows that it landed
/// @param healed when its cause was taken away: started again, continued, connected
/// @param ready when who was hit said that it is ready, or was no longer waited for
/// @param recovered whether it is ready
public record Landing(
        Fault fault,
        String hit,
        Instant struck,
        String proof,
        Instant healed,
        Instant ready,
        boolean recovered) {

    /// From the blow until who was hit is ready again.
    public Duration downFor() {
        return Duration.between(struck, ready);
    }
}
