package dev.kafkaorders.lab.benchmark.frame;

/// One way to do what the benchmark is about. Its rounds take turns with those of the other arms of
/// its cell, on the same cluster, while those do nothing.
///
/// A round that throws counts as failed and is reported as such; the run goes on.
public interface Arm extends AutoCloseable {
    /// Short, the same in every cell, such as `shared transactions`.
    String name();

    /// What it promises, in words: figures of different promises are no race.
    String guarantee();

    /// Before its first round in this cell; not measured.
    default void prepare() throws Exception {}

    /// One round. The first one warms up and is forgotten.
    Measured measure(Round round) throws Exception;

    /// After its last round in this cell, also when preparing failed.
    @Override
    default void close() {}
}
