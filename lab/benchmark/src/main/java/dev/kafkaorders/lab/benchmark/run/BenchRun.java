package dev.kafkaorders.lab.benchmark.run;

import static java.util.stream.Collectors.joining;

import dev.kafkaorders.lab.benchmark.frame.Arm;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.frame.Cell;
import dev.kafkaorders.lab.benchmark.report.Conditions;
import dev.kafkaorders.lab.benchmark.report.Reports;
import dev.kafkaorders.lab.benchmark.report.Tables;
import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import dev.kafkaorders.lab.benchmark.stack.BenchmarkStack;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.DirectoryTree;
import dev.kafkaorders.localstack.process.StartFailed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run: a stack, the benchmarks on it one after the other, their reports.
final class BenchRun {
    private final BenchOptions options;
    private final Path project;
    private final Path directory;
    private final Console console;

    BenchRun(BenchOptions options, Path project, Path directory, Console console) {
        this.options = options;
        this.project = project;
        this.directory = directory;
        this.console = console;
    }

    /// Whether no round failed.
    boolean run() {
        var benchmarks = Benchmarks.named(options.names());
        var conditions = new Conditions(options.command(), Machine.facts(project));
        console.heading("Benchmarks: " + options.command());
        conditions.facts().forEach((name, value) -> console.line("   " + name + ": " + value));
        var home = directory.resolve("stack");
        DirectoryTree.delete(home);
        console.line("   Starting three brokers and PostgreSQL; logs are in " + home);
        try (var stack = BenchmarkStack.start(project, home)) {
            var whole = true;
            for (var benchmark : benchmarks) {
                var result = run(benchmark, stack);
                publish(result, conditions);
                whole &= !result.hasFailures();
            }
            console.heading("Stopping everything");
            return whole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }

    private BenchmarkResult run(Benchmark benchmark, BenchmarkStack stack)
            throws InterruptedException {
        var results = new ArrayList<CellResult>();
        for (var cell : chosen(benchmark.cells(stack))) {
            console.heading("%s: %s".formatted(benchmark.name(), cell.name()));
            var watcher = new ConsoleWatcher(console);
            var result = new CellRun(cell, options.round(), options.rounds(), watcher).run();
            console.line("");
            Tables.lines(result).forEach(line -> console.line("   " + line));
            results.add(result);
        }
        return new BenchmarkResult(
                benchmark.name(),
                benchmark.question(),
                benchmark.pictured(),
                benchmark.goals(),
                results);
    }

    private List<Cell> chosen(List<Cell> cells) {
        var chosen = cells.stream().filter(cell -> options.asksFor(cell.name())).toList();
        if (chosen.isEmpty()) {
            throw new StartFailed(
                    "No cell is named '%s'. There are: %s"
                            .formatted(
                                    options.only(),
                                    cells.stream().map(Cell::name).collect(joining("; "))));
        }
        return chosen.stream().map(this::withChosenArms).toList();
    }

    private Cell withChosenArms(Cell cell) {
        var chosen = cell.arms().stream().filter(arm -> options.asksForArm(arm.name())).toList();
        if (chosen.isEmpty()) {
            throw new StartFailed(
                    "No arm of '%s' is named '%s'. There are: %s"
                            .formatted(
                                    cell.name(),
                                    options.arms(),
                                    cell.arms().stream().map(Arm::name).collect(joining("; "))));
        }
        return new Cell(cell.name(), cell.preparation(), chosen);
    }

    private void publish(BenchmarkResult result, Conditions conditions) {
        console.line("");
        for (var verdict : result.verdicts()) {
            Tables.lines(verdict).forEach(line -> console.line("   " + line));
        }
        var report = directory.resolve("report");
        new Reports(report).write(result, conditions);
        console.line("   Report: " + report.resolve(result.name() + ".md"));
        if (options.publish()) {
            var committed = project.resolve("lab/results").resolve(Machine.entry());
            new Reports(committed).write(result, conditions);
            console.line("   To be committed: " + committed);
        }
    }
}
