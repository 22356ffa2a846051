package dev.kafkaorders.lab.benchmark.frame;

/// The median of what the rounds of an arm in a cell measured, by name.
public record Figure(String cell, String arm, Metric metric) {
    @Override
    public String toString() {
        return "%s of %s, %s".formatted(metric.name(), arm, cell);
    }
}
