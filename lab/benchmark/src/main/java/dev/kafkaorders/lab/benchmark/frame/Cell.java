package dev.kafkaorders.lab.benchmark.frame;

import java.util.List;

/// Circumstances under which arms are compared, such as a number of callers.
///
/// @param name the same in every run, such as `64 callers`
/// @param preparation what all of its arms need, such as a topic full of orders; not measured
/// @param arms fresh ones: an arm belongs to one cell
public record Cell(String name, Preparation preparation, List<Arm> arms) {
    public Cell {
        arms = List.copyOf(arms);
    }

    /// A cell that needs nothing.
    public static Cell of(String name, List<Arm> arms) {
        return new Cell(name, _ -> {}, arms);
    }

    /// What is done once before the arms are.
    @FunctionalInterface
    public interface Preparation {
        /// Returns when the arms can be prepared.
        ///
        /// @param round as the arms will be given it
        void prepare(Round round) throws Exception;
    }
}
