package dev.kafkaorders.lab.benchmark.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When how much was done. The same is made of the rows or records of every arm: what an arm says
/// of itself doesn't count.
///
/// @param moments in the order of time, each with what was done at once
public record Completions(List<Moment> moments) {
    private static final double FIRST = 0.1;
    private static final double LAST = 0.9;

    public Completions {
        moments = List.copyOf(moments);
    }

    public long total() {
        return moments.stream().mapToLong(Moment::count).sum();
    }

    /// How much was done by then.
    public long totalBefore(Instant time) {
        return moments.stream()
                .filter(moment -> moment.time().isBefore(time))
                .mapToLong(Moment::count)
                .sum();
    }

    /// From the first to the last.
    public Duration span() {
        return moments.isEmpty()
                ? Duration.ZERO
                : Duration.between(moments.getFirst().time(), moments.getLast().time());
    }

    /// Only what was done from then on, for so long.
    public Completions within(Instant from, Duration time) {
        var until = from.plus(time);
        return new Completions(
                moments.stream()
                        .filter(moment ->
                                !moment.time().isBefore(from) && moment.time().isBefore(until))
                        .toList());
    }

    /// Per second of a time over which there was always something to do: whoever stood still in it
    /// did nothing.
    public double rateOver(Duration time) {
        return total() / (time.toNanos() / 1e9);
    }

    /// Per second, without the first tenth and the last: at the beginning a JVM is cold, and at the
    /// end what failed once waits until it is due again while nothing else is left to do.
    ///
    /// @throws IllegalStateException when so little was done that it can't be told
    public double rate() {
        var from = reached(FIRST);
        var to = reached(LAST);
        var nanos = Duration.between(from.time(), to.time()).toNanos();
        if (nanos <= 0) {
            throw new IllegalStateException(
                    "%d in %d moments are too little to tell a rate"
                            .formatted(total(), moments.size()));
        }
        return (to.count() - from.count()) / (nanos / 1e9);
    }

    /// When that share of all was done, and how much it was by then.
    private Moment reached(double share) {
        var wanted = share * total();
        var done = 0L;
        for (var moment : moments) {
            done += moment.count();
            if (done >= wanted) {
                return new Moment(moment.time(), done);
            }
        }
        throw new IllegalStateException("nothing was done");
    }

    /// Something was done.
    ///
    /// @param count how much of it, at that time
    public record Moment(Instant time, long count) {}
}
