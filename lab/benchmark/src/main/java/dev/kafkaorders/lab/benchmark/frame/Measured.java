package dev.kafkaorders.lab.benchmark.frame;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;

/// What one round of an arm measured.
public record Measured(Map<Metric, Double> values) {
    private static final double NANOS_PER_MILLI = 1e6;

    public Measured {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// So much per second.
    ///
    /// @param done what was done for good, not merely begun
    /// @param time how long that took
    public static Measured rate(long done, Duration time) {
        return of(Metric.RATE, done / (time.toNanos() / 1e9));
    }

    /// One figure; more go [#with(Metric, double)] it.
    public static Measured of(Metric metric, double value) {
        return new Measured(Map.of(metric, value));
    }

    /// The same, and this besides.
    public Measured with(Metric metric, double value) {
        var more = new LinkedHashMap<>(values);
        more.put(metric, value);
        return new Measured(more);
    }

    /// The same, and how long each took.
    ///
    /// @param nanos of each
    public Measured withLatencies(AbstractHistogram nanos) {
        return with(Metric.P50, nanos.getValueAtPercentile(50) / NANOS_PER_MILLI)
                .with(Metric.P99, nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }
}
