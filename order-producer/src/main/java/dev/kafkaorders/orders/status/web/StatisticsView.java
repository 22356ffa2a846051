package dev.kafkaorders.orders.status.web;

import static java.util.Comparator.comparing;

import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.view.Statistics;
import java.time.Instant;
import java.util.List;

/// How many orders came into which state, minute by minute, the latest first.
record StatisticsView(List<Minute> minutes) {

    record Minute(Instant start, List<Line> outcomes) {}

    record Line(OrderState.Name state, String currency, long count, long totalMinor) {}

    static StatisticsView of(List<Statistics.Minute> minutes) {
        return new StatisticsView(minutes.stream().map(StatisticsView::minute).toList());
    }

    private static Minute minute(Statistics.Minute minute) {
        var lines =
                minute.tallies().entrySet().stream()
                        .map(tally ->
                                new Line(
                                        tally.getKey().outcome(),
                                        tally.getKey().currency(),
                                        tally.getValue().count(),
                                        tally.getValue().totalMinor()))
                        .sorted(comparing(Line::state).thenComparing(Line::currency))
                        .toList();
        return new Minute(minute.start(), lines);
    }
}
