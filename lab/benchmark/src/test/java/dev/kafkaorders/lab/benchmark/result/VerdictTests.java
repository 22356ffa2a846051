package dev.kafkaorders.lab.benchmark.result;

import static dev.kafkaorders.lab.benchmark.result.Results.times;
import static dev.kafkaorders.lab.benchmark.result.Results.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kafkaorders.lab.benchmark.result.Verdict.Outcome;
import org.junit.jupiter.api.Test;

class VerdictTests {
    @Test
    void comparesMedians() {
        assertThat(Results.with(times(4), times(5)).verdicts())
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.REACHED, Outcome.MISSED);
    }

    @Test
    void saysWhatWasMeasuredWhenItIsMissedToo() {
        assertThat(Results.with(times(5)).verdicts())
                .extracting(Verdict::measured)
                .containsExactly("4.0 x (5.0 x wanted)");
    }

    @Test
    void roundsNothingUpToWhatWasWanted() {
        assertThat(Results.against(333.9, times(0.6)).verdicts())
                .containsExactly(
                        new Verdict("1 times theirs", Outcome.MISSED, "0.598 x (0.6 x wanted)"));
    }

    @Test
    void comparesWithWhoDidNothing() {
        assertThat(Results.against(0, times(0.6)).verdicts())
                .extracting(Verdict::outcome, Verdict::measured)
                .containsExactly(tuple(Outcome.REACHED, "Infinity x (0.6 x wanted)"));
    }

    @Test
    void holdsAFigureAgainstItsLimit() {
        assertThat(Results.with(within(5), within(4)).verdicts())
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.REACHED, Outcome.MISSED);
    }

    @Test
    void isNoneAboutAnArmThatFailed() {
        assertThat(Results.withFailure(times(4)).verdicts())
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.NOT_MEASURED);
    }
}
