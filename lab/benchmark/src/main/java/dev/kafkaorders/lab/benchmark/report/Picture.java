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
                .formatted(
                        WIDTH, y + MARGIN, WIDTH, escaped(result.question()), STYLE, drawn);
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
        spread.ifPresent(
                values -> {
                    append(
                            "<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
                            LABELS, middle - BAR / 2.0, BARS * values.median() / most, BAR);
                    append(
                            "<line class=\"spread\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                            LABELS + BARS * values.min() / most,
                            middle,
                            LABELS + BARS * values.max() / most,
                            middle);
                    append(
                            "<text x=\"%.1f\" y=\"%.1f\">%s</text>",
                            LABELS + BARS * values.max() / most + 6,
                            middle + 4.5,
                            Numbers.text(values.median()));
                });
        text(MARGIN, "", arm.name() + (spread.isEmpty() ? ": not measured" : ""));
    }

    /// On a line of its own; then on to the next.
    private void text(int x, String style, String text) {
        append(
                "<text class=\"%s\" x=\"%d\" y=\"%.1f\">%s</text>",
                style, x, y + LINE / 2.0 + 4.5, escaped(text));
        y += LINE;
    }

    private void append(String format, Object... values) {
        drawn.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
