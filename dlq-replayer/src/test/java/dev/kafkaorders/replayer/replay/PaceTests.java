package dev.kafkaorders.replayer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final AtomicLong now = new AtomicLong(1_000_000_000L);

    @Test
    void withoutARateGoesAsFastAsItCan() {
        var pace = new Pace(null, now::get);
        pace.stepped(2_000, 2_000);
        assertThat(pace.untilNext()).isZero();
        assertThat(pace.batch(2_000)).isEqualTo(2_000);
    }

    @Test
    void waitsUntilTheRateAllowsTheNextBatch() {
        var pace = new Pace(100, now::get);
        assertThat(pace.untilNext()).isZero();
        pace.stepped(10, 10);
        assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(60));
        assertThat(pace.untilNext()).isEqualTo(Duration.ofMillis(40));
    }

    @Test
    void whatIsOnlyPassedCostsNothing() {
        var pace = new Pace(100, now::get);
        pace.stepped(0, 10);
        assertThat(pace.untilNext()).isZero();
    }

    @Test
    void makesBatchesOfATenthOfASecond() {
        assertThat(new Pace(1, now::get).batch(2_000)).isEqualTo(1);
        assertThat(new Pace(500, now::get).batch(2_000)).isEqualTo(50);
        assertThat(new Pace(1_000_000, now::get).batch(2_000)).isEqualTo(2_000);
    }

    @Test
    void tellsHowFastItWasLately() {
        var pace = new Pace(null, now::get);
        for (var second = 0; second < 30; second++) {
            pass(Duration.ofSeconds(1));
            pace.stepped(second < 15 ? 1_000 : 100, 200);
        }
        assertThat(pace.written()).isBetween(90.0, 120.0);
        assertThat(pace.passed()).isBetween(190.0, 230.0);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
