package dev.kafkaorders.lab.benchmark.load;

/// Does one thing for a caller and returns when it is done for good. Called by many threads.
@FunctionalInterface
public interface Caller {
    /// Returns when it is done.
    ///
    /// @throws Exception when it wasn't done, or nobody knows
    void call() throws Exception;
}
