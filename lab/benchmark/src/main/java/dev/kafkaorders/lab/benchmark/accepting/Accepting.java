package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import java.util.List;
import java.util.stream.Stream;

/// Orders accepted per second by callers who wait for the answer, and how long they wait.
public final class Accepting implements Benchmark {
    private static final List<Integer> CALLERS = List.of(1, 16, 64, 512);
    private static final int USUAL = 64;
    private static final int MANY = 512;

    @Override
    public String name() {
        return "accepting";
    }

    @Override
    public String question() {
        return "How many orders a second are accepted, and how long does one wait?";
    }

    @Override
    public List<Cell> cells(BenchmarkStack stack) {
        var core = new CoreCells(stack);
        var http = new HttpCells(stack);
        return Stream.concat(CALLERS.stream().map(core::with), CALLERS.stream().map(http::with))
                .toList();
    }

    @Override
    public List<Goal> goals() {
        var usual = CoreCells.name(USUAL);
        var many = CoreCells.name(MANY);
        var overHttp = HttpCells.name(USUAL);
        return List.of(
                new Goal.AtLeastTimes(
                        "64 callers: 15 times a transaction per request",
                        new Figure(usual, CoreCells.SHARED, Metric.RATE),
                        15,
                        new Figure(usual, CoreCells.PER_REQUEST, Metric.RATE)),
                new Goal.AtMost(
                        "64 callers: half of the orders within 12 ms",
                        new Figure(usual, CoreCells.SHARED, Metric.P50),
                        12),
                new Goal.AtLeastTimes(
                        "512 callers: 60 % of what kafka-producer-perf-test writes",
                        new Figure(many, CoreCells.SHARED, Metric.RATE),
                        0.6,
                        new Figure(many, CoreCells.LIMIT, Metric.RATE)),
                new Goal.AtLeastTimes(
                        "64 callers over HTTP: 8 times a transaction per request",
                        new Figure(overHttp, HttpCells.SUITE, Metric.RATE),
                        8,
                        new Figure(overHttp, HttpCells.PER_REQUEST, Metric.RATE)));
    }
}
