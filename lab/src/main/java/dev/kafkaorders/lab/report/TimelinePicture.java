package dev.kafkaorders.lab.report;

import static java.util.Locale.ROOT;

import dev.kafkaorders.lab.faults.Landing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What happened in each second, and the faults under it, as an SVG.
final class TimelinePicture {
    private static final int WIDTH = 1_100;
    private static final int LEFT = 175;

    /// Half of the last time below the plot sticks out.
    private static final int RIGHT = 20;

    private static final int PLOT = 220;
    private static final int TOP = 20;
    private static final int ROW = 16;
    private static final int BELOW_PLOT = 30;

    private final Run run;
    private final Throughput requests;
    private final Throughput payments;
    private final List<String> rows;

    TimelinePicture(Run run) {
        this.run = run;
        requests = Throughput.of(run.acceptances(), run.began(), run.time());
        payments = Throughput.of(run.outcomes(), run.began(), run.time());
        rows = run.landings().stream().map(Landing::hit).distinct().sorted().toList();
    }

    String svg() {
        var height = TOP + PLOT + BELOW_PLOT + ROW * rows.size() + 10;
        return """
        <svg viewBox="0 0 %d %d" role="img" aria-label="Throughput over time, and the faults">
        %s%s%s%s%s</svg>
        """
                .formatted(
                        WIDTH,
                        height,
                        axes(),
                        run.landings().stream().map(this::shade).collect(Collectors.joining()),
                        line(payments, "payments"),
                        line(requests, "requests"),
                        run.landings().stream().map(this::bar).collect(Collectors.joining())
                                + labels());
    }

    private String axes() {
        var most = most();
        var levels =
                IntStream.rangeClosed(0, 4)
                        .mapToObj(quarter -> {
                            var value = most * quarter / 4;
                            var y = y(value);
                            return String.format(
                                    ROOT,
                                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\""
                                            + " y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\""
                                            + " class=\"end\">%d/s</text>\n",
                                    LEFT,
                                    WIDTH - RIGHT,
                                    y,
                                    y,
                                    LEFT - 6,
                                    y + 4,
                                    value);
                        })
                        .collect(Collectors.joining());
        var step = Math.max(10, run.time().toSeconds() / 120 * 10);
        var times =
                IntStream.iterate(0, s -> s <= run.time().toSeconds(), s -> (int) (s + step))
                        .mapToObj(s ->
                                String.format(
                                        ROOT,
                                        "<text x=\"%.1f\" y=\"%d\" class=\"middle\">%d s</text>\n",
                                        x(s),
                                        TOP + PLOT + 16,
                                        s))
                        .collect(Collectors.joining());
        return levels + times;
    }

    private String line(Throughput throughput, String style) {
        var points =
                IntStream.range(0, throughput.perSecond().size() - 1)
                        .mapToObj(s ->
                                String.format(
                                        ROOT,
                                        "%.1f,%.1f",
                                        x(s + 0.5),
                                        y(throughput.perSecond().get(s))))
                        .collect(Collectors.joining(" "));
        return "<polyline class=\"%s\" points=\"%s\"/>\n".formatted(style, points);
    }

    private String shade(Landing landing) {
        return rectangle("shade", landing, landing.healed(), TOP, PLOT);
    }

    /// Dark while its cause lasted, light until who was hit was ready again.
    private String bar(Landing landing) {
        var y = TOP + PLOT + BELOW_PLOT + ROW * rows.indexOf(landing.hit());
        return rectangle("recovering", landing, landing.ready(), y, ROW - 4)
                + rectangle("fault", landing, landing.healed(), y, ROW - 4);
    }

    private String rectangle(String style, Landing landing, Instant to, int y, int height) {
        var from = seconds(landing.struck());
        var width = Math.max(2, x(seconds(to)) - x(from));
        return String.format(
                ROOT,
                "<rect class=\"%s %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\">"
                        + "<title>%s</title></rect>\n",
                style,
                landing.fault().blow(),
                x(from),
                y,
                width,
                height,
                Html.escaped(landing.fault() + ": " + landing.proof()));
    }

    private String labels() {
        return IntStream.range(0, rows.size())
                .mapToObj(row ->
                        String.format(
                                ROOT,
                                "<text x=\"%d\" y=\"%d\" class=\"end\">%s</text>\n",
                                LEFT - 6,
                                TOP + PLOT + BELOW_PLOT + ROW * row + 10,
                                Html.escaped(rows.get(row))))
                .collect(Collectors.joining());
    }

    private int most() {
        return Math.max(4, Math.max(requests.most(), payments.most()));
    }

    private double seconds(Instant instant) {
        return Duration.between(run.began(), instant).toMillis() / 1e3;
    }

    private double x(double second) {
        double all = Math.max(1, run.time().toSeconds());
        return LEFT + (WIDTH - LEFT - RIGHT) * Math.min(second, all) / all;
    }

    private double y(double value) {
        return TOP + PLOT - PLOT * value / most();
    }
}
