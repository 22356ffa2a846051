package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import java.util.List;
import java.util.stream.Collectors;

/// A benchmark's figures as Markdown, beside its picture.
public final class Page {
    private Page() {}

    public static String of(BenchmarkResult result, Conditions conditions) {
        return """
        # %s

        %s

        ![%s](%s.svg)

        Medians of the rounds, and from the lowest to the highest of them. What each arm promises stands below.

        %s
        %s
        %s
        %s
        ## Measured on

        %s\
        """
                .formatted(
                        result.name(),
                        result.question(),
                        result.question(),
                        result.name(),
                        result.cells().stream().map(Page::of).collect(Collectors.joining("\n")),
                        goals(result),
                        "## What the arms promise\n\n" + Tables.guarantees(result).markdown(),
                        failures(result),
                        of(conditions).markdown());
    }

    static Table of(Conditions conditions) {
        var table = new Table(List.of("What", "is"));
        table.row(List.of("command", "`" + conditions.command() + "`"));
        conditions.facts().forEach((name, value) -> table.row(List.of(name, value)));
        return table;
    }

    private static String of(CellResult cell) {
        return "## %s\n\n%s".formatted(cell.name(), Tables.of(cell).markdown());
    }

    private static String goals(BenchmarkResult result) {
        return result.goals().isEmpty() ? "" : "## Goals\n\n" + Tables.goals(result).markdown();
    }

    private static String failures(BenchmarkResult result) {
        return result.hasFailures()
                ? Tables.failures(result)
                        .map(failure -> "- " + failure.replace("\n", " ") + "\n")
                        .collect(Collectors.joining("", "## Rounds that failed\n\n", ""))
                : "";
    }
}
