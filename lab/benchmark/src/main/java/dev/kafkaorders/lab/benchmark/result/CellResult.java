package dev.kafkaorders.lab.benchmark.result;

import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.util.List;

/// What the arms did under the same circumstances.
public record CellResult(String name, List<ArmResult> arms) {
    public CellResult {
        arms = List.copyOf(arms);
    }

    /// All that any of the arms measured.
    public List<Metric> metrics() {
        return arms.stream().flatMap(arm -> arm.metrics().stream()).distinct().toList();
    }
}
