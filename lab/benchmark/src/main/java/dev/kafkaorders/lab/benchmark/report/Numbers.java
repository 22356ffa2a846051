package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.result.Spread;
import java.util.Locale;

/// Figures for people: three digits say what there is to say.
final class Numbers {
    private Numbers() {}

    static String text(double value) {
        var size = Math.abs(value);
        var format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /// The median, and from where to where the rounds went.
    static String text(Spread spread) {
        return "%s (%s-%s)"
                .formatted(text(spread.median()), text(spread.min()), text(spread.max()));
    }
}
