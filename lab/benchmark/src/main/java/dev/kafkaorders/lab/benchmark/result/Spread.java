package dev.kafkaorders.lab.benchmark.result;

import java.util.List;

/// What several rounds have in common, and how far they are apart. The median, since one bad round
/// of few says more about the machine than about the arm.
public record Spread(double median, double min, double max) {
    /// Of any order.
    ///
    /// @param values at least one
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No rounds have no spread");
        }
        var sorted = values.stream().sorted().toList();
        var upper = sorted.size() / 2;
        var lower = (sorted.size() - 1) / 2;
        return new Spread(
                (sorted.get(lower) + sorted.get(upper)) / 2, sorted.getFirst(), sorted.getLast());
    }
}
