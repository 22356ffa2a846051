package dev.kafkaorders.orders.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LingerTests {

    private static final Duration LIMIT = Duration.ofMillis(20);
    private static final long MILLISECOND = 1_000_000;
    private static final int TRANSACTION = 25;
    private static final int CALLERS = 64;

    private final Linger linger = new Linger(LIMIT, 0);
    private long now;
    private int here;

    @Test
    void whoComesBackAtOnceIsWaitedFor() {
        here = CALLERS / 2;
        for (var round = 0; round < 100; round++) {
            closedLoop();
            assertThat(here).isEqualTo(CALLERS);
        }
    }

    @Test
    void whoComesAnywayIsNotWaitedForButNowAndThen() {
        var transactions = 320;
        var waited = IntStream.range(0, transactions).mapToLong(_ -> openLoop()).sum();
        assertThat(waited).isPositive().isLessThan((transactions / 16 + 2) * LIMIT.toMillis());
    }

    @Test
    void findsOutThatCallersComeBackByNow() {
        IntStream.range(0, 50).forEach(_ -> openLoop());
        here = CALLERS / 2;
        IntStream.range(0, 20).forEach(_ -> closedLoop());
        assertThat(here).isEqualTo(CALLERS);
        closedLoop();
        assertThat(here).isEqualTo(CALLERS);
    }

    @Test
    void whoComesAfterAPauseIsNotTakenForOneWhoDoesNotComeBack() {
        here = CALLERS;
        closedLoop();
        now += Duration.ofHours(1).toNanos();
        closedLoop();
        assertThat(here).isEqualTo(CALLERS);
    }

    /// One comes each millisecond.
    ///
    /// @return how many milliseconds the transaction waited
    private long openLoop() {
        leave();
        here = TRANSACTION;
        var answeredAt = now;
        linger.answers(TRANSACTION, here, now);
        while (!linger.isOver(here, now)) {
            pass(1);
            here++;
        }
        return (now - answeredAt) / MILLISECOND;
    }

    /// All who are answered are back within 4 ms, for the next transaction or too late for it.
    private void closedLoop() {
        var away = here;
        leave();
        here = CALLERS - away;
        linger.answers(away, here, now);
        do {
            pass(1);
            var back = Math.min(away, CALLERS / 4);
            away -= back;
            here += back;
        } while (!linger.isOver(here, now));
    }

    private void leave() {
        linger.leaves(here, 0, now);
        pass(TRANSACTION);
    }

    private void pass(int milliseconds) {
        now += milliseconds * MILLISECOND;
    }
}
