package dev.kafkaorders.lab.benchmark.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.kafkaorders.lab.benchmark.workload.Completions.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompletionsTests {
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void isTheRateOfWhatIsDoneSteadily() {
        var completions = completions(steadily(0, 1_000));

        assertThat(completions.rate()).isCloseTo(100, within(0.5));
        assertThat(completions.total()).isEqualTo(1_000);
        assertThat(completions.span()).isEqualTo(Duration.ofMillis(9_990));
    }

    @Test
    void leavesOutAColdBeginningAndALateEnd() {
        var cold = Stream.of(at(-60_000), at(-30_000));
        var late = Stream.of(at(70_000));

        var completions =
                completions(Stream.of(cold, steadily(0, 1_000), late).flatMap(some -> some));

        assertThat(completions.rate()).isCloseTo(100, within(0.5));
    }

    @Test
    void countsWhatIsDoneInBatchesBetweenTheFirstAndTheLast() {
        var completions =
                completions(
                        IntStream.range(0, 20)
                                .mapToObj(batch ->
                                        new Moment(START.plusMillis(batch * 100L), 4_000)));

        assertThat(completions.rate()).isCloseTo(40_000, within(1.0));
    }

    @Test
    void countsTheTimeInWhichNothingIsDoneThoughSomethingIsLeft() {
        var burst = completions(Stream.of(new Moment(START, 2_000), new Moment(START, 2_000)));

        assertThat(burst.rateOver(Duration.ofSeconds(8))).isEqualTo(500);
        assertThat(new Completions(List.of()).rateOver(Duration.ofSeconds(8))).isZero();
        assertThat(new Completions(List.of()).span()).isZero();
    }

    @Test
    void countsOnlyWhatIsDoneWithinATime() {
        var completions =
                completions(Stream.of(at(0), at(1_000), at(1_999), at(2_000)))
                        .within(START.plusSeconds(1), Duration.ofSeconds(1));

        assertThat(completions.moments()).containsExactly(at(1_000), at(1_999));
        assertThat(completions.totalBefore(START.plusMillis(1_999))).isEqualTo(1);
    }

    @Test
    void refusesToTellARateOfOneMoment() {
        var completions = new Completions(List.of(new Moment(START, 4_000)));

        assertThatIllegalStateException().isThrownBy(completions::rate);
    }

    @Test
    void refusesToTellARateOfNothing() {
        var completions = new Completions(List.of());

        assertThatIllegalStateException().isThrownBy(completions::rate);
    }

    private static Completions completions(Stream<Moment> moments) {
        return new Completions(moments.toList());
    }

    private static Stream<Moment> steadily(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(number -> at(number * 10L));
    }

    private static Moment at(long millis) {
        return new Moment(START.plusMillis(millis), 1);
    }
}
