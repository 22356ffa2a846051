package dev.kafkaorders.lab.benchmark.frame;

/// Something that a round measures.
///
/// @param name such as `p50`
/// @param unit such as `ms`
public record Metric(String name, String unit, Better better) {
    /// What was done for good, per second.
    public static final Metric RATE = new Metric("rate", "/s", Better.MORE);

    public static final Metric P50 = new Metric("p50", "ms", Better.LESS);
    public static final Metric P99 = new Metric("p99", "ms", Better.LESS);

    /// What one would like to have of it.
    public enum Better {
        MORE,
        LESS
    }
}
