package dev.kafkaorders.lab.report;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/// The middle and the worst of some times.
record Spread(Duration median, Duration max) {
    static Spread of(Collection<Duration> times) {
        var sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? new Spread(Duration.ZERO, Duration.ZERO)
                : new Spread(sorted.get((sorted.size() - 1) / 2), sorted.getLast());
    }

    double medianSeconds() {
        return median.toMillis() / 1e3;
    }

    double maxSeconds() {
        return max.toMillis() / 1e3;
    }

    /// Such as `1.2 / 3.4 s`.
    String text() {
        return String.format(Locale.ROOT, "%.1f / %.1f s", medianSeconds(), maxSeconds());
    }
}
