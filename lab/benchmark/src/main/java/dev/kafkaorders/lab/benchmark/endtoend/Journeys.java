package dev.kafkaorders.lab.benchmark.endtoend;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Recorder;

/// How long orders are under way. A payment may be known before the answer to the request that it
/// is for: whichever of both comes second ends the journey.
final class Journeys {
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int DIGITS = 3;

    private final LongAccumulator firstDue = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator lastPayment = new LongAccumulator(Math::max, Long.MIN_VALUE);
    private final ConcurrentMap<String, Long> halves = new ConcurrentHashMap<>();
    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final Recorder durations = new Recorder(LONGEST, DIGITS);

    /// @param due when it should have been asked for
    void accepted(String order, long due) {
        begun.increment();
        firstDue.accumulate(due);
        var paid = halves.putIfAbsent(order, due);
        if (paid != null) {
            end(order, due, paid);
        }
    }

    void paid(String order, long now) {
        var due = halves.putIfAbsent(order, now);
        if (due != null) {
            end(order, due, now);
        }
    }

    long begun() {
        return begun.sum();
    }

    long ended() {
        return ended.sum();
    }

    boolean allEnded() {
        return ended() >= begun();
    }

    /// How many came to their end a second, from when the first was due until the last payment
    /// became known.
    double perSecond() {
        return ended() * 1e9 / (lastPayment.get() - firstDue.get());
    }

    AbstractHistogram durations() {
        return durations.getIntervalHistogram();
    }

    private void end(String order, long due, long paid) {
        halves.remove(order);
        durations.recordValue(Math.clamp(paid - due, 0, LONGEST));
        lastPayment.accumulate(paid);
        ended.increment();
    }
}
