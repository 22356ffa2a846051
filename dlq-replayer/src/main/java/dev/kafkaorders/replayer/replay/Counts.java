package dev.kafkaorders.replayer.replay;

import java.util.EnumMap;
import java.util.Map;

/// What a replay has done.
///
/// @param done how many were written
/// @param quarantined how many were refused because they had been replayed too often
public record Counts(long done, long quarantined, Map<SkipReason, Long> skipped) {

    static final Counts NONE = new Counts(0, 0, Map.of());

    public Counts {
        skipped = Map.copyOf(skipped);
    }

    Counts plus(Counts more) {
        var all = new EnumMap<SkipReason, Long>(SkipReason.class);
        all.putAll(skipped);
        more.skipped.forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return new Counts(done + more.done, quarantined + more.quarantined, all);
    }
}
