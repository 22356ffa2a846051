package dev.kafkaorders.replayer.replay;

/// Why a dead letter is left alone that was selected.
public enum SkipReason {
    /// By this or another replay, or with a correction. With `force`, it is replayed again.
    ALREADY_REPLAYED,
    /// It was given up. With `force`, it is replayed.
    DISCARDED,
    /// It was refused before because its event has been replayed too often.
    QUARANTINED,
    /// The ledger tells that it was replayed as often as is allowed.
    REPLAYED_TOO_OFTEN,
    /// Where it came from is unknown, or not among the topics that may be written to.
    TARGET_NOT_ALLOWED,
    /// The topic to write to doesn't have its partition.
    NO_SUCH_PARTITION
}
