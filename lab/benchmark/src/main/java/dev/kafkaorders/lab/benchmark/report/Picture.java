package dev.kafkaorders.lab.benchmark.report;

import dev.kafkaorders.lab.benchmark.result.ArmResult;
import dev.kafkaorders.lab.benchmark.result.BenchmarkResult;
import dev.kafkaorders.lab.benchmark.result.CellResult;
import dev.kafkaorders.lab.benchmark.result.Spread;
import java.util.Locale;

/// Bars with their values, as SVG that needs nothing from elsewhere and is readable on light and on
/// dark ground. Each cell has a scale of its own that begins at 0; a line tells how far the rounds
/// were apart.
public final class Picture {
    private static final int WIDTH = 780;
    private static final int LABELS = 270;
    private static final int BARS = 330;
    private static final int LINE = 24;
    private static final int BAR = 14;
    private static final int MARGIN = 12;

    /// Letters stand on it, so far below the middle of a line.
    private static final double BASELINE = 4.5;

    private static final String STYLE =
            """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #24292f }
            .quiet { fill: #57606a } .title { font-weight: 600 }
            .bar { fill: #2f81c7 } .spread { stroke: #24292f; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .quiet { fill: #9aa4af } .spread { stroke: #e6edf3 } }
            </style>
            """;

    private final BenchmarkResult result;
    private final StringBuilder drawn = new StringBuilder();
    private int y = MARGIN;

    private Picture(BenchmarkResult result) {
        this.result = result;
    }

    public static String of(BenchmarkResult result) {
        return new Picture(result).svg();
    }

    private String svg() {
        var metric = result.pictured();
        text(MARGIN, "title", "%s: %s, %s".formatted(result.name(), metric.name(), metric.unit()));
        result.cells().forEach(this::draw);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img" aria-label="%s">
        %s%s</svg>
        """
                .formatted(WIDTH, y + MARGIN, WIDTH, escaped(result.question()), STYLE, drawn);
    }

    private void draw(CellResult cell) {
        y += MARGIN / 2;
        text(MARGIN, "quiet", cell.name());
        var most =
                cell.arms().stream()
                        .flatMap(arm -> arm.spread(result.pictured()).stream())
                        .mapToDouble(Spread::max)
                        .max()
                        .orElse(1);
        for (var arm : cell.arms()) {
            draw(arm, most);
        }
    }

    private void draw(ArmResult arm, double most) {
        var spread = arm.spread(result.pictured());
        var middle = y + LINE / 2.0;
        spread.ifPresent(values -> {
            append(bar(LABELS, middle - BAR / 2.0, BARS * values.median() / most));
            var right = LABELS + BARS * values.max() / most;
            append(line(LABELS + BARS * values.min() / most, right, middle));
            append(written(right + 6, middle, "", Numbers.text(values.median())));
        });
        text(MARGIN, "", arm.name() + (spread.isEmpty() ? ": not measured" : ""));
    }

    /// On a line of its own; then on to the next.
    private void text(int x, String style, String text) {
        append(written(x, y + LINE / 2.0, style, text));
        y += LINE;
    }

    private static String bar(double x, double y, double width) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                x,
                y,
                width,
                BAR);
    }

    private static String line(double from, double to, double y) {
        return String.format(
                Locale.ROOT,
                "<line class=\"spread\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                from,
                y,
                to,
                y);
    }

    /// @param middle of its height
    private static String written(double x, double middle, String style, String text) {
        return String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                style,
                x,
                middle + BASELINE,
                escaped(text));
    }

    private void append(String element) {
        drawn.append(element).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
