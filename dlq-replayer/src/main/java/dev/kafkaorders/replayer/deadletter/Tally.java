package dev.kafkaorders.replayer.deadletter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts of dead letters, by kind and hour: small, however many there are.
final class Tally {

    private static final int MOST_KINDS = 200;

    private final Map<Bucket, Counts> buckets = new HashMap<>();
    private final Set<Kind> kinds = new HashSet<>();

    synchronized void add(DeadLetter letter) {
        var hour = letter.at().truncatedTo(ChronoUnit.HOURS);
        var counts =
                buckets.computeIfAbsent(
                        new Bucket(letter.id().partition(), hour), _ -> new Counts());
        counts.firstOffset = Math.min(counts.firstOffset, letter.id().offset());
        counts.lastOffset = Math.max(counts.lastOffset, letter.id().offset());
        counts.kinds.merge(known(Kind.of(letter)), 1L, Long::sum);
    }

    private Kind known(Kind kind) {
        if (kinds.size() < MOST_KINDS) {
            kinds.add(kind);
        }
        return kinds.contains(kind) ? kind : Kind.OTHER;
    }

    /// Lets go of the hours of which the topic has nothing left.
    ///
    /// @return the first offset of each partition that is still counted, or would be: what the
    ///   topic has deleted of an hour is counted as long as something is left of it
    synchronized Map<Integer, Long> forgetBefore(Map<Integer, Long> beginnings) {
        buckets.entrySet()
                .removeIf(e ->
                        e.getValue().lastOffset
                                < beginnings.getOrDefault(e.getKey().partition(), 0L));
        var counted = new HashMap<>(beginnings);
        buckets.forEach((bucket, counts) ->
                counted.merge(bucket.partition(), counts.firstOffset, Math::min));
        return counted;
    }

    synchronized long total() {
        return buckets.values().stream()
                .flatMap(counts -> counts.kinds.values().stream())
                .mapToLong(count -> count)
                .sum();
    }

    synchronized Map<Kind, Long> byKind() {
        var all = new HashMap<Kind, Long>();
        buckets.values()
                .forEach(counts ->
                        counts.kinds.forEach((kind, count) -> all.merge(kind, count, Long::sum)));
        return all;
    }

    synchronized Map<Instant, Long> byHour() {
        var all = new TreeMap<Instant, Long>();
        buckets.forEach((bucket, counts) ->
                counts.kinds.values().forEach(n -> all.merge(bucket.hour(), n, Long::sum)));
        return all;
    }

    private record Bucket(int partition, Instant hour) {}

    private static final class Counts {
        private final Map<Kind, Long> kinds = new HashMap<>();
        private long firstOffset = Long.MAX_VALUE;
        private long lastOffset;
    }
}
