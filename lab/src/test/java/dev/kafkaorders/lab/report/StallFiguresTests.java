package dev.kafkaorders.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallFiguresTests {
    @Test
    void takesTheLongestOfThePartitions() {
        var figures = figures(stall(1, 10, 4_000), stall(2, 10, 6_000));

        assertThat(figures.kills()).isEqualTo(1);
        assertThat(figures.held()).isEqualTo(1);
        assertThat(figures.stall().max()).hasSeconds(6);
    }

    @Test
    void leavesOutWhatHasAnotherCause() {
        var figures = figures(stall(1, 5, 2_000), stall(2, 30, 9_000));

        assertThat(figures.held()).isZero();
    }

    private static StallFigures figures(Stall... stalls) {
        return StallFigures.of(RunExample.with(List.of(stalls), List.of()));
    }

    private static Stall stall(int partition, int second, int millis) {
        return new Stall(
                partition, RunExample.BEGAN.plusSeconds(second), Duration.ofMillis(millis));
    }
}
