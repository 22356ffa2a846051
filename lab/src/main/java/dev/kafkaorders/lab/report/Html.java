package dev.kafkaorders.lab.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Pieces of HTML.
final class Html {
    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static String table(List<String> head, List<List<String>> rows) {
        return "<table>\n<tr>%s</tr>\n%s</table>\n"
                .formatted(
                        cells("th", head),
                        rows.stream()
                                .map(row -> "<tr>" + cells("td", row) + "</tr>\n")
                                .collect(Collectors.joining()));
    }

    static List<String> row(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toList();
    }

    private static String cells(String element, List<String> texts) {
        return texts.stream()
                .map(text -> "<%1$s>%2$s</%1$s>".formatted(element, escaped(text)))
                .collect(Collectors.joining());
    }
}
