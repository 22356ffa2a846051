package dev.kafkaorders.lab.benchmark.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JourneysTests {
    private static final long MILLI = 1_000_000;

    private final Journeys journeys = new Journeys();

    @Test
    void lastFromWhenTheyWereDueUntilTheyArePaid() {
        journeys.accepted("order", 10 * MILLI);
        journeys.paid("order", 30 * MILLI);

        assertThat(journeys.allEnded()).isTrue();
        assertThat(journeys.durations().getMaxValue()).isBetween(19 * MILLI, 21 * MILLI);
    }

    @Test
    void areCountedFromTheFirstThatWasDueToTheLastThatIsPaid() {
        journeys.accepted("second", 10 * MILLI);
        journeys.accepted("first", 5 * MILLI);
        journeys.paid("first", 25 * MILLI);
        journeys.paid("second", 15 * MILLI);

        assertThat(journeys.perSecond()).isEqualTo(100);
    }

    @Test
    void mayBePaidBeforeTheAnswerIsThere() {
        journeys.paid("order", 30 * MILLI);
        journeys.accepted("order", 10 * MILLI);

        assertThat(journeys.durations().getMaxValue()).isBetween(19 * MILLI, 21 * MILLI);
    }

    @Test
    void doNotEndWithSomebodyElsesPayment() {
        journeys.accepted("order", 10 * MILLI);
        journeys.paid("other", 30 * MILLI);

        assertThat(journeys.allEnded()).isFalse();
        assertThat(journeys.ended()).isZero();
    }
}
