package dev.kafkaorders.replayer.writing;

/// Something that an operator wants done.
///
/// It decides in the writer's thread, on what is true there: nobody else writes meanwhile. When
/// nobody can say whether its transaction was committed, it decides again once that is known, so it
/// has to recognize its own work.
@FunctionalInterface
public interface Act<T> {

    /// Decides, and says what to write.
    ///
    /// @return the answer to the operator, given after the commit
    T decide(Transaction transaction);
}
