package dev.kafkaorders.lab.benchmark.endtoend;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.List;

/// From a request to its payment, at loads that leave it room.
public final class EndToEnd implements Benchmark {
    private static final List<Integer> PERCENT = List.of(25, 50, 75);
    private static final int HALF = 50;
    private static final String CELL = "the suite";

    @Override
    public String name() {
        return "end-to-end";
    }

    @Override
    public String question() {
        return "How long does it take from a request to its committed payment?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var suite = new WarmSuite(stack);
        var arms = PERCENT.stream().<Arm>map(percent -> new LoadArm(percent, suite)).toList();
        return List.of(new Cell(CELL, suite::start, arms));
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal.AtMost(
                        "at half of the capacity: half of the orders are paid within 50 ms",
                        new Figure(CELL, LoadArm.name(HALF), Metric.P50),
                        50),
                new Goal.AtMost(
                        "at half of the capacity: 99 % of the orders are paid within 250 ms",
                        new Figure(CELL, LoadArm.name(HALF), Metric.P99), 250));
    }

    @Override
    public Metric pictured() {
        return Metric.P99;
    }
}
