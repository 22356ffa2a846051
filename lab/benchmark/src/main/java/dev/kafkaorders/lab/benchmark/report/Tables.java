package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.frame.Metric;
import dev.kafkaorders.lab.benchmark.result.ArmResult;
import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import dev.kafkaorders.lab.benchmark.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The figures of a benchmark in rows.
public final class Tables {
    private Tables() {}

    /// For a terminal.
    public static List<String> lines(CellResult cell) {
        return of(cell).lines();
    }

    /// For a terminal.
    public static List<String> lines(Verdict verdict) {
        var beside = verdict.measured().isEmpty() ? "" : ": " + verdict.measured();
        return List.of("%-12s %s%s".formatted(verdict.outcome().text(), verdict.goal(), beside));
    }

    static Table of(CellResult cell) {
        var metrics = cell.metrics();
        var heading = new ArrayList<>(List.of(cell.name()));
        metrics.forEach(metric -> heading.add(title(metric)));
        var table = new Table(heading);
        for (var arm : cell.arms()) {
            var row = new ArrayList<>(List.of(nameOf(arm)));
            metrics.forEach(metric -> row.add(arm.spread(metric).map(Numbers::text).orElse("-")));
            table.row(row);
        }
        return table;
    }

    static Table goals(BenchmarkResult result) {
        var table = new Table(List.of("Goal", "is", "measured"));
        for (var verdict : result.verdicts()) {
            table.row(List.of(verdict.goal(), verdict.outcome().text(), verdict.measured()));
        }
        return table;
    }

    /// Each arm once, whichever cells it is in.
    static Table guarantees(BenchmarkResult result) {
        var table = new Table(List.of("Arm", "What it promises"));
        result.cells().stream()
                .flatMap(cell -> cell.arms().stream())
                .map(arm -> List.of(arm.name(), arm.guarantee()))
                .distinct()
                .forEach(table::row);
        return table;
    }

    static Stream<String> failures(BenchmarkResult result) {
        return result.cells().stream()
                .flatMap(cell ->
                        cell.arms().stream()
                                .flatMap(arm ->
                                        arm.failures().stream()
                                                .map(failure ->
                                                        "%s, %s: %s"
                                                                .formatted(
                                                                        cell.name(),
                                                                        arm.name(),
                                                                        failure))));
    }

    private static String nameOf(ArmResult arm) {
        return arm.failures().isEmpty()
                ? arm.name()
                : "%s (failed %d x)".formatted(arm.name(), arm.failures().size());
    }

    private static String title(Metric metric) {
        return metric.unit().isEmpty()
                ? metric.name()
                : "%s, %s".formatted(metric.name(), metric.unit());
    }
}
