package dev.kafkaorders.lab.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoopsTests {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void countsWhatCallersAreAnswered() throws Exception {
        var calls = new AtomicInteger();

        var measured =
                ClosedLoop.run(
                        () -> {
                            calls.incrementAndGet();
                            Thread.onSpinWait();
                        },
                        2,
                        SHORT);

        assertThat(measured.values().get(Metric.RATE))
                .isPositive()
                .isLessThanOrEqualTo(calls.get() / 0.2);
        assertThat(measured.values()).containsKeys(Metric.P50, Metric.P99);
    }

    @Test
    void failsWhenNobodyIsAnswered() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        ClosedLoop.run(
                                () -> {
                                    throw new IOException("refused");
                                },
                                1,
                                SHORT))
                .withMessage("refused");
    }

    @Test
    void sendsCustomersWhenTheyAreDueEvenIfNobodyIsServed() {
        var door = new Semaphore(0);
        var due = new ConcurrentLinkedQueue<Long>();

        OpenLoop.run(
                100,
                SHORT,
                time -> {
                    due.add(time);
                    if (due.size() == 20) {
                        door.release(20);
                    }
                    door.acquireUninterruptibly();
                });

        var times = due.stream().sorted().toList();
        assertThat(times).hasSize(20);
        assertThat(times.getLast() - times.getFirst()).isEqualTo(190_000_000L);
    }
}
