package dev.kafkaorders.lab.benchmark.frame;

import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.List;

/// A question, and the measurements that answer it.
public interface Benchmark {
    /// What `./demo bench NAME` runs it by; lower case, `-` between words.
    String name();

    /// What its figures answer, as a question.
    String question();

    /// What it compares, in the order in which it is run. Only described here: nothing is started
    /// before a cell's turn.
    List<Cell> cells(BenchmarkStack stack);

    /// What is to be reached; judged by the figures of one run.
    List<Goal> goals();

    /// What its picture shows, one bar for each arm.
    default Metric pictured() {
        return Metric.RATE;
    }
}
