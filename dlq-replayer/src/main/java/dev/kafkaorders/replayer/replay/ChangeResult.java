package dev.kafkaorders.replayer.replay;

/// What came of pausing, resuming or cancelling a replay.
public sealed interface ChangeResult {

    record Changed(Replay replay) implements ChangeResult {}

    record Unknown() implements ChangeResult {}

    /// It is in a state that doesn't allow it.
    record Impossible(ReplayState state) implements ChangeResult {}
}
