package dev.kafkaorders.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A run as a page that needs nothing from elsewhere.
public final class Page {
    private static final String STYLE =
            """
            body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 1100px; padding: 0 1rem;
                   color: #1d2430; }
            h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
            .kept { color: #14713d } .broken { color: #b3261e }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #dde2ea;
                     vertical-align: top }
            code { background: #f1f3f7; padding: .1rem .3rem }
            svg { width: 100%; height: auto; font: 11px system-ui, sans-serif }
            svg text { fill: #5b6575 } .end { text-anchor: end } .middle { text-anchor: middle }
            .grid { stroke: #e6e9ef } polyline { fill: none; stroke-width: 1.5 }
            .requests { stroke: #1f5fbf } .payments { stroke: #14713d }
            .shade { fill: #b3261e; opacity: .06 } .recovering { opacity: .3 }
            .fault.kill, .recovering.kill { fill: #b3261e } .fault.pause, .recovering.pause { fill: #c77700 }
            .fault.restart, .recovering.restart { fill: #6a4fb3 } .fault.cut, .recovering.cut { fill: #33708f }
            .key::before { content: ""; display: inline-block; width: .8em; height: .8em; margin: 0 .3em 0 1em;
                           background: currentColor }
            """;

    private Page() {}

    public static String of(Run run) {
        var outcome =
                run.holds()
                        ? "<span class=\"kept\">every promise kept</span>"
                        : "<span class=\"broken\">a promise was broken</span>";
        return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Chaos, seed %1$d</title><style>%2$s</style></head>
        <body>
        <h1>Chaos, seed %1$d: %3$s</h1>
        <p>%4$d s of load from %5$s, %6$d faults landed, %7$d missed; settled %8$.1f s after the load. Again:
        <code>%9$s</code></p>
        <h2>Timeline</h2>
        <p><span class="key" style="color:#1f5fbf">requests accepted</span><span class="key"
        style="color:#14713d">outcomes of payments</span><span class="key" style="color:#b3261e">kill</span><span
        class="key" style="color:#c77700">pause</span><span class="key" style="color:#6a4fb3">restart</span><span
        class="key" style="color:#33708f">cut</span>; pale until it was ready again</p>
        %10$s
        %11$s</body>
        </html>
        """
                .formatted(
                        run.seed(),
                        STYLE,
                        outcome,
                        run.time().toSeconds(),
                        run.began(),
                        run.landings().size(),
                        run.missed().size(),
                        run.settled().toMillis() / 1e3,
                        Html.escaped(run.command()),
                        new TimelinePicture(run).svg(),
                        tables(run));
    }

    private static String tables(Run run) {
        return "<h2>Promises</h2>\n"
                + promises(run)
                + "<h2>Requests</h2>\n"
                + requests(run)
                + "<h2>Faults, and how long they were felt (p50 / max)</h2>\n"
                + faults(run)
                + "<h2>Killed producers</h2>\n"
                + stalls(StallFigures.of(run))
                + "<h2>Each fault</h2>\n"
                + landings(run);
    }

    private static String promises(Run run) {
        return Html.table(
                List.of("promise", "", "counted"),
                run.everything()
                        .map(finding ->
                                Html.row(
                                        finding.promise(),
                                        finding.holds() ? "kept" : "BROKEN",
                                        counted(finding)))
                        .toList());
    }

    private static String counted(Finding finding) {
        return Stream.concat(Stream.of(finding.figure()), finding.evidence().stream())
                .collect(Collectors.joining("; "));
    }

    private static String requests(Run run) {
        var rows = new ArrayList<List<String>>();
        new TreeMap<>(run.requests())
                .forEach((kind, answers) ->
                        rows.add(
                                Html.row(
                                        kind,
                                        answers.getOrDefault("accepted", 0L),
                                        answers.getOrDefault("refused", 0L),
                                        answers.getOrDefault("unknown", 0L))));
        return Html.table(List.of("asked", "accepted", "refused", "unknown at first"), rows);
    }

    private static String faults(Run run) {
        return Html.table(
                List.of("type", "landed", "it was down", "requests", "payments"),
                FaultFigures.of(run).stream()
                        .map(figures ->
                                Html.row(
                                        figures.type(),
                                        figures.landed(),
                                        figures.down().text(),
                                        figures.requests().text(),
                                        figures.payments().text()))
                        .toList());
    }

    private static String stalls(StallFigures figures) {
        return "<p>%d killed, %d of them within a transaction: the last stable offset of <code>orders</code> stood still for %s (p50 / max).</p>\n"
                .formatted(figures.kills(), figures.held(), figures.stall().text());
    }

    private static String landings(Run run) {
        return Html.table(
                List.of("struck", "fault", "hit", "proof", "ready again after"),
                run.landings().stream()
                        .map(landing ->
                                Html.row(
                                        landing.struck(),
                                        landing.fault(),
                                        landing.hit(),
                                        landing.proof(),
                                        landing.downFor().toMillis() / 1e3 + " s"))
                        .toList());
    }
}
