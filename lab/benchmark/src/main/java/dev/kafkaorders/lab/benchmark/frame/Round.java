package dev.kafkaorders.lab.benchmark.frame;

import java.time.Duration;

/// How long a round may be: it ends with whichever bound comes first, so that a slow arm needs no
/// hours for the input of a fast one.
///
/// @param runUp how long an arm that has a JVM of its own in each round is at work before its time
///   begins: a JVM that has not compiled yet says how fast it compiles
/// @param time of what is measured; what has to be ready before is not counted
/// @param records of input, for arms that have a fixed one
public record Round(Duration runUp, Duration time, long records) {
    public Round {
        if (runUp.isNegative()) {
            throw new IllegalArgumentException("A run-up of %s is none".formatted(runUp));
        }
        if (!time.isPositive()) {
            throw new IllegalArgumentException("A round of %s is none".formatted(time));
        }
        if (records <= 0) {
            throw new IllegalArgumentException("A round of %d records is none".formatted(records));
        }
    }
}
