package dev.kafkaorders.lab.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.kafkaorders.lab.faults.Landing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// What faults of one type did.
///
/// @param down until who was hit was ready again
/// @param requests until requests were accepted as usual
/// @param payments until outcomes of payments came as usual
record FaultFigures(String type, int landed, Spread down, Spread requests, Spread payments) {
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    static List<FaultFigures> of(Run run) {
        var requests = Throughput.of(run.acceptances(), run.began(), run.time());
        var payments = Throughput.of(run.outcomes(), run.began(), run.time());
        return run.landings().stream()
                .collect(groupingBy(landing -> landing.fault().type(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(type ->
                        new FaultFigures(
                                type.getKey(),
                                type.getValue().size(),
                                Spread.of(type.getValue().stream().map(Landing::downFor).toList()),
                                recovery(type.getValue(), requests, run),
                                recovery(type.getValue(), payments, run)))
                .toList();
    }

    private static Spread recovery(List<Landing> landings, Throughput throughput, Run run) {
        return Spread.of(
                landings.stream()
                        .map(landing -> throughput.recovery(landing.struck(), next(landing, run)))
                        .toList());
    }

    /// Those that are struck together share what follows.
    private static Instant next(Landing landing, Run run) {
        return run.landings().stream()
                .map(Landing::struck)
                .filter(struck -> struck.isAfter(landing.struck().plus(TOGETHER)))
                .min(Instant::compareTo)
                .orElse(run.began().plus(run.time()));
    }
}
