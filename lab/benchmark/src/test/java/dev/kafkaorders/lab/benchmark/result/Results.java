package dev.kafkaorders.lab.benchmark.result;

import dev.kafkaorders.lab.benchmark.frame.Figure;
import dev.kafkaorders.lab.benchmark.frame.Goal;
import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.util.Arrays;
import java.util.List;

/// A benchmark of two arms, for tests.
public final class Results {
    private static final String CELL = "8 callers";
    private static final Figure OURS = new Figure(CELL, "ours", Metric.RATE);
    private static final Figure THEIRS = new Figure(CELL, "theirs", Metric.RATE);

    private Results() {}

    /// With rounds of 300, 100 and 200 a second against 50 a second.
    public static BenchmarkResult with(Goal... goals) {
        return against(50, goals);
    }

    /// The same against something else.
    static BenchmarkResult against(double theirs, Goal... goals) {
        var other = arm("theirs", List.of(rate(theirs)), List.of());
        return of(List.of(ours(300, 100, 200), other), goals);
    }

    /// The other arm failed in its only round.
    public static BenchmarkResult withFailure(Goal... goals) {
        var failed = arm("theirs", List.of(), List.of("IOException: no <answer> | none"));
        return of(List.of(ours(300, 100, 200), failed), goals);
    }

    static Goal times(double factor) {
        return new Goal.AtLeastTimes("%.0f times theirs".formatted(factor), OURS, factor, THEIRS);
    }

    static Goal within(double millis) {
        return new Goal.AtMost("soon", new Figure(CELL, "ours", Metric.P50), millis);
    }

    private static BenchmarkResult of(List<ArmResult> arms, Goal... goals) {
        return new BenchmarkResult(
                "racing",
                "Who is first?",
                Metric.RATE,
                Arrays.asList(goals),
                List.of(new CellResult(CELL, arms)));
    }

    private static ArmResult ours(double... rates) {
        var rounds = Arrays.stream(rates).mapToObj(r -> rate(r).with(Metric.P50, 5)).toList();
        return arm("ours", rounds, List.of());
    }

    private static Measured rate(double perSecond) {
        return Measured.of(Metric.RATE, perSecond);
    }

    private static ArmResult arm(String name, List<Measured> rounds, List<String> failures) {
        return new ArmResult(name, "all or nothing", rounds, failures);
    }
}
