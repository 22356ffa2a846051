package dev.kafkaorders.lab.faults;

import java.util.function.BooleanSupplier;

/// What became of a fault that was due.
sealed interface Strike {

    /// It did.
    ///
    /// @param proof what shows it
    /// @param cure takes its cause away
    /// @param convalescence returns when who was hit is ready again, or doesn't get there in time
    record Landed(String proof, Runnable cure, BooleanSupplier convalescence) implements Strike {}

    /// It did not land: who was to be hit was down already, say.
    record Missed(String why) implements Strike {}
}
