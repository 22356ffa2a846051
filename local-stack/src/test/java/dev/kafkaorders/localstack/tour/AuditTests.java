package dev.kafkaorders.localstack.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditTests {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Settled CHARGED = new Settled.Captured("ch_1");
    private static final Settled CHARGED_AGAIN = new Settled.Captured("ch_2");
    private static final Settled DECLINED = new Settled.Declined();

    @Test
    void balancesWhenEachOrderHasOneOutcomeThatBothBooksAgreeOn() {
        var audit =
                Audit.of(
                        Set.of(ONE, TWO),
                        Set.of(ONE, TWO),
                        Map.of(ONE, Set.of(CHARGED), TWO, Set.of(DECLINED)),
                        Map.of(ONE, CHARGED, TWO, DECLINED),
                        7);

        assertThat(audit.balances()).isTrue();
        assertThat(audit.complaints()).isEmpty();
        assertThat(audit.line())
                .isEqualTo(
                        "audit: 2 accepted = 1 captured + 1 declined;"
                                + " 0 lost, 0 charged twice, 7 redelivered");
    }

    @Test
    void missesAnAcknowledgedOrderThatIsNotInTheLog() {
        var audit = Audit.of(Set.of(ONE), Set.of(), Map.of(), Map.of(), 0);

        assertThat(audit.lost()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }

    @Test
    void missesAnOutcomeThatWasNeverPublished() {
        var audit = Audit.of(Set.of(), Set.of(ONE), Map.of(), Map.of(ONE, CHARGED), 0);

        assertThat(audit.lost()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }

    @Test
    void missesAPaymentThatTheDatabaseDoesNotHave() {
        var audit = Audit.of(Set.of(), Set.of(ONE), Map.of(ONE, Set.of(CHARGED)), Map.of(), 0);

        assertThat(audit.lost()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }

    @Test
    void findsTwoChargesInTheLog() {
        var audit =
                Audit.of(
                        Set.of(),
                        Set.of(ONE),
                        Map.of(ONE, Set.of(CHARGED, CHARGED_AGAIN)),
                        Map.of(ONE, CHARGED),
                        0);

        assertThat(audit.chargedTwice()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }

    @Test
    void findsAChargeInTheLogAndAnotherInTheDatabase() {
        var audit =
                Audit.of(
                        Set.of(),
                        Set.of(ONE),
                        Map.of(ONE, Set.of(CHARGED)),
                        Map.of(ONE, CHARGED_AGAIN),
                        0);

        assertThat(audit.chargedTwice()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }

    @Test
    void findsAnOrderThatIsDeclinedInOnePlaceAndChargedInAnother() {
        var audit =
                Audit.of(
                        Set.of(),
                        Set.of(ONE),
                        Map.of(ONE, Set.of(DECLINED)),
                        Map.of(ONE, CHARGED),
                        0);

        assertThat(audit.contradictory()).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
    }
}
