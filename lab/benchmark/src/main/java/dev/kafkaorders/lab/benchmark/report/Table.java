package dev.kafkaorders.lab.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows under a heading, for a terminal or as Markdown.
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> heading) {
        rows.add(List.copyOf(heading));
    }

    /// @param cells as many as the heading has
    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /// The first column to the left, figures to the right.
    List<String> lines() {
        var widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(column ->
                                rows.stream()
                                        .mapToInt(row -> row.get(column).length())
                                        .max()
                                        .orElse(0))
                        .toArray();
        return rows.stream()
                .map(row ->
                        IntStream.range(0, widths.length)
                                .mapToObj(column -> padded(row.get(column), widths[column], column))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                .toList();
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add(line(rows.getFirst()));
        lines.add(line(rows.getFirst().stream().map(_ -> "---").toList()));
        rows.stream().skip(1).map(Table::line).forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row) {
        return row.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String padded(String text, int width, int column) {
        var blanks = " ".repeat(width - text.length());
        return column == 0 ? text + blanks : blanks + text;
    }
}
