package dev.kafkaorders.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTests {
    private static final Instant BEGAN = Instant.EPOCH;

    @Test
    void takesUntilTheLastBadSecondIsOver() {
        var throughput = throughput(10, 10, 10, 0, 2, 10, 10, 10, 10);

        assertThat(throughput.recovery(at(2_500), at(8_000))).hasMillis(2_500);
    }

    @Test
    void takesNoTimeWhenItWasAllRightAllTheTime() {
        var throughput = throughput(10, 10, 10, 9, 8, 10, 10, 10, 10);

        assertThat(throughput.recovery(at(2_500), at(8_000))).isZero();
    }

    @Test
    void seesWhatComesLate() {
        var throughput = throughput(10, 10, 10, 10, 10, 0, 10, 10, 10);

        assertThat(throughput.recovery(at(2_500), at(8_000))).hasMillis(3_500);
    }

    @Test
    void leavesToTheNextBlowWhatFollowsFromIt() {
        var throughput = throughput(10, 10, 10, 0, 10, 10, 0, 0, 10, 10, 10);

        assertThat(throughput.recovery(at(2_500), at(5_500))).hasMillis(1_500);
        assertThat(throughput.recovery(at(2_500), at(6_100))).hasMillis(1_500);
    }

    @Test
    void doesNotLeaveToTheNextBlowWhatWentOnBefore() {
        var throughput = throughput(10, 10, 10, 0, 0, 0, 0, 10, 10, 10, 10);

        assertThat(throughput.recovery(at(2_500), at(4_500))).hasMillis(4_500);
    }

    private static Throughput throughput(int... perSecond) {
        List<Instant> happened = new ArrayList<>();
        for (var second = 0; second < perSecond.length; second++) {
            for (var i = 0; i < perSecond[second]; i++) {
                happened.add(at(second * 1_000L + i));
            }
        }
        return Throughput.of(happened, BEGAN, Duration.ofSeconds(perSecond.length));
    }

    private static Instant at(long millis) {
        return BEGAN.plusMillis(millis);
    }
}
