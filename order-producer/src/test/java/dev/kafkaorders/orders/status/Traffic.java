package dev.kafkaorders.orders.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Orders that are placed and captured all the time, until enough has been seen: as many on a slow
/// machine as on a fast one.
final class Traffic implements AutoCloseable {

    private static final int AT_ONCE = 10;
    private static final Duration BETWEEN = Duration.ofMillis(25);

    private final FactWriter facts = new FactWriter();
    private final AtomicInteger written = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> writing =
            clock.scheduleAtFixedRate(this::write, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);

    /// Ends it.
    ///
    /// @return how many orders there were
    int end() {
        writing.cancel(false);
        clock.close();
        if (writing.state() == Future.State.FAILED) {
            throw new AssertionError("facts were not written", writing.exceptionNow());
        }
        return written.get();
    }

    private void write() {
        List<Facts> some = Stream.generate(Facts::ofNewOrder).limit(AT_ONCE).toList();
        some.forEach(order -> facts.send(order.placed()));
        some.forEach(order -> facts.send(order.captured()));
        facts.flush();
        written.addAndGet(some.size());
    }

    @Override
    public void close() {
        end();
        facts.close();
    }
}
