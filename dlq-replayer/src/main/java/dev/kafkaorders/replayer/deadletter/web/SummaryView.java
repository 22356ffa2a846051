package dev.kafkaorders.replayer.deadletter.web;

import dev.kafkaorders.replayer.deadletter.DeadLetterIndex.Progress;
import dev.kafkaorders.replayer.deadletter.DeadLetterIndex.Summary;
import dev.kafkaorders.replayer.ledger.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The counts as the API shows them.
///
/// @param kinds the most frequent first
/// @param hours the latest first
/// @param progress whether all have been counted yet
record SummaryView(
        long total,
        Map<State, Long> states,
        List<KindCount> kinds,
        List<HourCount> hours,
        Progress progress) {

    record KindCount(String exception, String topic, long count) {}

    /// @param hour its beginning
    record HourCount(Instant hour, long count) {}

    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.total(),
                summary.states(),
                summary.kinds().entrySet().stream()
                        .map(e ->
                                new KindCount(
                                        e.getKey().exception(), e.getKey().topic(), e.getValue()))
                        .sorted(Comparator.comparingLong(KindCount::count).reversed())
                        .toList(),
                summary.hours().entrySet().stream()
                        .map(e -> new HourCount(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing(HourCount::hour).reversed())
                        .toList(),
                summary.progress());
    }
}
