package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.result.ArmResult;
import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A benchmark with every single round, for whoever wants to compute something else of it.
public final class Json {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Json() {}

    public static String of(BenchmarkResult result, Conditions conditions) {
        var document = new LinkedHashMap<String, Object>();
        document.put("benchmark", result.name());
        document.put("question", result.question());
        document.put("command", conditions.command());
        document.put("conditions", conditions.facts());
        document.put("cells", result.cells().stream().map(Json::cell).toList());
        document.put("goals", result.verdicts());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static Map<String, Object> cell(CellResult cell) {
        var document = new LinkedHashMap<String, Object>();
        document.put("cell", cell.name());
        document.put("arms", cell.arms().stream().map(Json::arm).toList());
        return document;
    }

    private static Map<String, Object> arm(ArmResult arm) {
        var document = new LinkedHashMap<String, Object>();
        document.put("arm", arm.name());
        document.put("guarantee", arm.guarantee());
        var metrics = new LinkedHashMap<String, Object>();
        for (var metric : arm.metrics()) {
            var figures = new LinkedHashMap<String, Object>();
            figures.put("unit", metric.unit());
            arm.spread(metric)
                    .ifPresent(spread -> {
                        figures.put("median", spread.median());
                        figures.put("min", spread.min());
                        figures.put("max", spread.max());
                    });
            figures.put(
                    "rounds",
                    arm.rounds().stream().map(round -> round.values().get(metric)).toList());
            metrics.put(metric.name(), figures);
        }
        document.put("metrics", metrics);
        document.put("failures", arm.failures());
        return document;
    }
}
