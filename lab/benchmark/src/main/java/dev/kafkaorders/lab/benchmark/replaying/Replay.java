package dev.kafkaorders.lab.benchmark.replaying;

/// Something that writes all dead letters back to `orders`.
interface Replay {
    /// Begins it; returns once it has begun.
    void begin();

    /// Ends what was begun, done or not.
    void end();
}
