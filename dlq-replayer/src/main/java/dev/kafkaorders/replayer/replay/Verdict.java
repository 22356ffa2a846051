package dev.kafkaorders.replayer.replay;

/// What a replay does about a dead letter.
sealed interface Verdict {

    /// It was not asked for.
    record NotSelected() implements Verdict {}

    /// It goes back.
    ///
    /// @param count how often its event has been replayed, this time included
    record Replay(String topic, int count) implements Verdict {}

    record Skip(SkipReason reason) implements Verdict {}

    /// It comes back again and again.
    record Quarantine(String reason) implements Verdict {}
}
