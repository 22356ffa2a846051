package dev.kafkaorders.replayer.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// How fast a replay goes, and may go.
final class Pace {

    private static final int BATCHES_PER_SECOND = 10;
    private static final long WINDOW = Duration.ofSeconds(10).toNanos();

    private final @Nullable Integer rate;
    private final LongSupplier clock;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final long startedAt;
    private long due;

    /// @param rate records per second at most
    /// @param clock in nanoseconds, such as [System#nanoTime]
    Pace(@Nullable Integer rate, LongSupplier clock) {
        this.rate = rate;
        this.clock = clock;
        this.startedAt = clock.getAsLong();
        this.due = startedAt;
    }

    /// How many records a batch may have, so that a limited replay is smooth and heeds a pause
    /// soon.
    int batch(int most) {
        return rate == null ? most : Math.clamp(rate / BATCHES_PER_SECOND, 1, most);
    }

    /// How long to wait before the next batch.
    Duration untilNext() {
        return Duration.ofNanos(Math.max(0, due - clock.getAsLong()));
    }

    /// @param written how many records a batch brought back
    /// @param passed how many offsets it went on
    synchronized void stepped(long written, long passed) {
        var now = clock.getAsLong();
        if (rate != null) {
            due = Math.max(due, now - WINDOW) + written * 1_000_000_000L / rate;
        }
        steps.addLast(new Step(now, written, passed));
        while (steps.size() > 1 && now - steps.getFirst().at() > WINDOW) {
            steps.removeFirst();
        }
    }

    /// Records per second, lately.
    synchronized double written() {
        return perSecond(Step::written);
    }

    /// Offsets per second, lately.
    synchronized double passed() {
        return perSecond(Step::passed);
    }

    /// What can't go on gets slower all the same.
    private double perSecond(ToLongFunction<Step> what) {
        var now = clock.getAsLong();
        var nanos = Math.clamp(now - startedAt, 1_000_000, WINDOW);
        return steps.stream().filter(step -> now - step.at() <= WINDOW).mapToLong(what).sum()
                / (nanos / 1e9);
    }

    private record Step(long at, long written, long passed) {}
}
