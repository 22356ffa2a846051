package dev.kafkaorders.lab.faults;

/// What became of a fault that was due.
sealed interface Strike {

    /// It did.
    ///
    /// @param proof what shows it
    /// @param cure takes its cause away
    /// @param convalescence returns when who was hit is ready again
    record Landed(String proof, Runnable cure, Runnable convalescence) implements Strike {}

    /// It did not land: who was to be hit was down already, say.
    record Missed(String why) implements Strike {}
}
