package dev.kafkaorders.replayer.audit;

import org.jspecify.annotations.Nullable;

/// What the writer's thread decides about an operation, and the answer to the operator.
public sealed interface Decision<T> {

    /// What is told to the operator.
    T answer();

    /// It is done, if the transaction is committed.
    ///
    /// @param before how it really was
    /// @param after how it is then
    record Done<T>(T answer, @Nullable Object before, @Nullable Object after)
            implements Decision<T> {}

    /// It was done, result and all, by a transaction of which nobody knew whether it was committed.
    record DoneBefore<T>(T answer) implements Decision<T> {}

    /// It is not done.
    ///
    /// @param reason for a person
    record Refused<T>(T answer, String reason) implements Decision<T> {}
}
