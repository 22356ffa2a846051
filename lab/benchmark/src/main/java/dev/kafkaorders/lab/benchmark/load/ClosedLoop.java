package dev.kafkaorders.lab.benchmark.load;

import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.HdrHistogram.Recorder;

/// A number of callers, each of whom waits for the answer and asks again at once. It tells what can
/// be done at most, with so many waiting; not how long one waits at a given load, since a slow
/// answer makes the load smaller.
public final class ClosedLoop {
    private static final Metric FAILED = new Metric("failed", "", Metric.Better.LESS);
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();
    private static final int DIGITS = 3;

    private final Caller caller;
    private final Recorder latencies = new Recorder(LONGEST, DIGITS);
    private final LongAdder done = new LongAdder();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    private ClosedLoop(Caller caller) {
        this.caller = caller;
    }

    /// Returns when the time is over and the last caller was answered.
    ///
    /// @throws Exception the first failure, when nothing else came of it
    public static Measured run(Caller caller, int callers, Duration time) throws Exception {
        var loop = new ClosedLoop(caller);
        loop.run(callers, time);
        return loop.measured(time);
    }

    /// The time begins when all callers are there.
    private void run(int callers, Duration time) throws InterruptedException {
        var there = new CountDownLatch(callers);
        var end = new CompletableFuture<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, callers)
                    .forEach(_ ->
                            threads.execute(() -> {
                                there.countDown();
                                callUntil(end.join());
                            }));
            try {
                there.await();
            } finally {
                end.complete(System.nanoTime() + time.toNanos());
            }
        }
    }

    private void callUntil(long end) {
        for (var asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
            try {
                caller.call();
                answered(asked, System.nanoTime(), end);
            } catch (Exception e) {
                failures.add(e);
            }
        }
    }

    /// What is answered after the end belongs to no round.
    private void answered(long asked, long now, long end) {
        if (now <= end) {
            done.increment();
            latencies.recordValue(Math.min(now - asked, LONGEST));
        }
    }

    private Measured measured(Duration time) throws Exception {
        if (done.sum() == 0) {
            throw failures.isEmpty()
                    ? new IllegalStateException("Nobody was answered in time")
                    : failures.element();
        }
        var measured =
                Measured.rate(done.sum(), time).withLatencies(latencies.getIntervalHistogram());
        return failures.isEmpty() ? measured : measured.with(FAILED, failures.size());
    }
}
