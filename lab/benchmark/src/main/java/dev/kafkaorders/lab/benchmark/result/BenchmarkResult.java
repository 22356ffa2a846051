package dev.kafkaorders.lab.benchmark.result;

import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.util.List;
import java.util.Optional;

/// What became of a benchmark.
///
/// @param pictured what its picture shows
/// @param goals what is to be reached
public record BenchmarkResult(
        String name, String question, Metric pictured, List<Goal> goals, List<CellResult> cells) {
    public BenchmarkResult {
        goals = List.copyOf(goals);
        cells = List.copyOf(cells);
    }

    /// The median; empty when it wasn't measured.
    public Optional<Double> median(Figure figure) {
        return cells.stream()
                .filter(cell -> cell.name().equals(figure.cell()))
                .flatMap(cell -> cell.arms().stream())
                .filter(arm -> arm.name().equals(figure.arm()))
                .flatMap(arm -> arm.spread(figure.metric()).stream())
                .map(Spread::median)
                .findFirst();
    }

    public List<Verdict> verdicts() {
        return goals.stream().map(goal -> Verdict.on(goal, this)).toList();
    }

    /// Whether anything came to nothing.
    public boolean hasFailures() {
        return cells.stream()
                .flatMap(cell -> cell.arms().stream())
                .anyMatch(arm -> !arm.failures().isEmpty());
    }
}
