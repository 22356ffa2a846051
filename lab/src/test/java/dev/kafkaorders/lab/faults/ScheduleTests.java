package dev.kafkaorders.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTests {
    private static final Set<Family> ALL = EnumSet.allOf(Family.class);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Schedule.of(42, TEN_MINUTES, ALL)).isEqualTo(Schedule.of(42, TEN_MINUTES, ALL));
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(Schedule.of(42, TEN_MINUTES, ALL))
                .isNotEqualTo(Schedule.of(43, TEN_MINUTES, ALL));
    }

    @Test
    void hitsOnlyWhatIsAllowed() {
        var faults = Schedule.of(42, TEN_MINUTES, EnumSet.of(Family.DATABASE, Family.NETWORK));

        assertThat(faults.faults())
                .extracting(fault -> fault.target().family())
                .containsOnly(Family.DATABASE, Family.NETWORK);
    }

    @Test
    void hitsNothingWhenNothingIsAllowed() {
        assertThat(Schedule.of(42, TEN_MINUTES, Set.of()).faults()).isEmpty();
    }

    @Test
    void missesNoTypeOfFaultByBadLuck() {
        assertThat(Schedule.of(42, TEN_MINUTES, ALL).faults())
                .extracting(Fault::type)
                .contains(
                        "kill leader",
                        "pause controller",
                        "restart kafka",
                        "kill postgres",
                        "pause gateway",
                        "kill order-producer",
                        "pause payment-consumer",
                        "kill dlq-replayer",
                        "cut link of order-producer");
    }

    @Test
    void givesThoseTimeToComeBackWhoAreFew() {
        var all = Schedule.of(42, TEN_MINUTES, ALL).faults();
        var brokers = Schedule.of(42, TEN_MINUTES, EnumSet.of(Family.BROKERS)).faults();

        assertThat(brokers.size()).isBetween(all.size() / 4, all.size() / 2);
    }

    @Test
    void strikesSeveralAtOnceNowAndThen() {
        var faults = Schedule.of(42, TEN_MINUTES, ALL).faults();

        assertThat(faults.stream().map(Fault::at).distinct()).hasSizeLessThan(faults.size());
    }

    @Test
    void leavesTheEndOfTheRunInPeace() {
        assertThat(Schedule.of(42, TEN_MINUTES, ALL).faults())
                .allSatisfy(
                        fault -> assertThat(fault.at()).isLessThan(TEN_MINUTES.minusSeconds(9)));
    }
}
