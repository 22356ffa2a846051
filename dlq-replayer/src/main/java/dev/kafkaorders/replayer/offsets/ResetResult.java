package dev.kafkaorders.replayer.offsets;

/// What came of asking for a reset.
public sealed interface ResetResult {

    /// As it is now.
    record Accepted(Reset reset) implements ResetResult {}

    /// Nothing was altered.
    record Refused(Refusal refusal) implements ResetResult {}
}
