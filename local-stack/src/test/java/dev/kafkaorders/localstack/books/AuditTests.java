package dev.kafkaorders.localstack.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditTests {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);
    private static final UUID FOUR = new UUID(0, 4);
    private static final UUID FIVE = new UUID(0, 5);
    private static final UUID SIX = new UUID(0, 6);
    private static final Settled CHARGED = new Settled.Captured("ch_1");
    private static final Settled CHARGED_AGAIN = new Settled.Captured("ch_2");
    private static final Settled DECLINED = new Settled.Declined();

    @Test
    void balancesWhenEachOrderIsInOnePlaceThatBothBooksAgreeOn() {
        var told =
                new Told(
                        Set.of(ONE, TWO, THREE, FOUR, FIVE, SIX),
                        Map.of(ONE, Set.of(CHARGED), TWO, Set.of(DECLINED)),
                        Set.of(placementOf(THREE)),
                        Set.of(placementOf(FOUR), placementOf(SIX)),
                        Set.of(),
                        Set.of(SIX));
        var booked =
                new Booked(
                        Map.of(ONE, CHARGED, TWO, DECLINED),
                        Map.of(
                                placementOf(THREE), Unsettled.RETRYING,
                                placementOf(FOUR), Unsettled.DEAD,
                                placementOf(FIVE), Unsettled.PARKED));

        var audit = Audit.of(Set.of(ONE, TWO), told, booked, 7);

        assertThat(audit.balances()).isTrue();
        assertThat(audit.complaints()).isEmpty();
        assertThat(audit.line())
                .isEqualTo(
                        "audit: 6 accepted = 1 captured + 1 declined + 2 retrying + 1"
                                + " dead-lettered + 1 discarded; 0 lost, 0 charged twice, 7"
                                + " redelivered");
    }

    @Test
    void missesAnAcknowledgedOrderThatIsNotInTheLog() {
        var nothing = new Told(Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of());

        var audit = Audit.of(Set.of(ONE), nothing, new Booked(Map.of(), Map.of()), 0);

        assertFound(audit, Verdict.LOST, "lost");
    }

    @Test
    void missesAnOutcomeThatWasNeverPublished() {
        assertFound(audit(told(), booked(CHARGED)), Verdict.LOST, "lost");
    }

    @Test
    void missesAPaymentThatTheDatabaseDoesNotHave() {
        assertFound(audit(told(CHARGED), booked()), Verdict.LOST, "lost");
    }

    @Test
    void missesAnOrderThatOnlyARetryTopicKnows() {
        assertFound(audit(retried(), booked()), Verdict.LOST, "lost");
    }

    @Test
    void missesAnOrderThatOnlyTheDeadLetterTopicKnows() {
        assertFound(audit(dead(), booked()), Verdict.LOST, "lost");
    }

    @Test
    void findsTwoChargesInTheLog() {
        assertFound(
                audit(told(CHARGED, CHARGED_AGAIN), booked(CHARGED)),
                Verdict.CHARGED_TWICE,
                "charged twice");
    }

    @Test
    void findsAChargeInTheLogAndAnotherInTheDatabase() {
        assertFound(
                audit(told(CHARGED), booked(CHARGED_AGAIN)),
                Verdict.CHARGED_TWICE,
                "charged twice");
    }

    @Test
    void findsTwoChargesOfAnOrderThatIsRetried() {
        assertFound(
                audit(told(CHARGED, CHARGED_AGAIN), booked(Unsettled.RETRYING)),
                Verdict.CHARGED_TWICE,
                "charged twice");
    }

    @Test
    void findsAnOrderThatIsDeclinedInOnePlaceAndChargedInAnother() {
        assertContradictory(told(DECLINED), booked(CHARGED));
    }

    @Test
    void findsAnOrderWithAnOutcomeThatIsStillRetried() {
        assertContradictory(told(CHARGED), booked(Unsettled.RETRYING));
        assertContradictory(told(), new Booked(Map.of(ONE, CHARGED), unsettled(Unsettled.DEAD)));
    }

    @Test
    void findsARetryThatNoRetryTopicHas() {
        assertContradictory(told(), booked(Unsettled.RETRYING));
        assertContradictory(dead(), booked(Unsettled.RETRYING));
    }

    @Test
    void findsADeadLetterThatTheDeadLetterTopicDoesNotHave() {
        assertContradictory(told(), booked(Unsettled.DEAD));
        assertContradictory(retried(), booked(Unsettled.DEAD));
    }

    @Test
    void findsADeadLetterOfAnOrderThatTheDatabaseHasElsewhere() {
        assertContradictory(dead(CHARGED), booked(CHARGED));
        assertContradictory(dead(), booked(Unsettled.PARKED));
        assertContradictory(
                new Told(
                        Set.of(ONE),
                        Map.of(),
                        Set.of(placement()),
                        Set.of(placement()),
                        Set.of(),
                        Set.of()),
                booked(Unsettled.RETRYING));
    }

    @Test
    void takesNoOtherEventForTheOrder() {
        var cancellation = Set.of(EventId.of(ONE, EventType.ORDER_CANCELLED));

        assertContradictory(
                new Told(Set.of(ONE), Map.of(), cancellation, cancellation, Set.of(), Set.of()),
                booked(Unsettled.DEAD));
    }

    @Test
    void allowsForARetryThatIsOver() {
        var outcomes = Map.of(ONE, Set.of(CHARGED));

        var audit =
                audit(
                        new Told(
                                Set.of(ONE),
                                outcomes,
                                Set.of(placement()),
                                Set.of(),
                                Set.of(),
                                Set.of()),
                        booked(CHARGED));

        assertThat(audit.balances()).isTrue();
        assertThat(audit.orders(Verdict.CAPTURED)).containsExactly(ONE);
    }

    @Test
    void allowsForADeadLetterThatWasReplayed() {
        var replayed = Set.of(placement());
        var outcomes = Map.of(ONE, Set.of(CHARGED));

        var paid =
                new Told(Set.of(ONE), outcomes, Set.of(), Set.of(placement()), replayed, Set.of());
        var deadAgain =
                new Told(Set.of(ONE), Map.of(), Set.of(), Set.of(placement()), replayed, Set.of());

        assertThat(audit(paid, booked(CHARGED)).orders(Verdict.CAPTURED)).containsExactly(ONE);
        assertThat(audit(deadAgain, booked(Unsettled.DEAD)).orders(Verdict.DEAD_LETTERED))
                .containsExactly(ONE);
    }

    @Test
    void knowsADeadLetterThatWasDiscarded() {
        assertThat(audit(discarded(), booked()).orders(Verdict.DISCARDED)).containsExactly(ONE);
        // payment-consumer has not heard yet, or it was replayed all the same and died again.
        assertThat(audit(discarded(), booked(Unsettled.DEAD)).orders(Verdict.DEAD_LETTERED))
                .containsExactly(ONE);
        assertThat(audit(discardedButReplayed(CHARGED), booked(CHARGED)).orders(Verdict.CAPTURED))
                .containsExactly(ONE);
    }

    @Test
    void takesNoDiscardForAnExcuse() {
        var withoutLetter =
                new Told(
                        Set.of(ONE),
                        Map.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        /* discarded= */ Set.of(ONE));
        assertFound(audit(withoutLetter, booked()), Verdict.LOST, "lost");
        assertFound(audit(discarded(CHARGED), booked()), Verdict.LOST, "lost");
        assertFound(audit(discardedButReplayed(), booked(CHARGED)), Verdict.LOST, "lost");
        assertFound(
                audit(discarded(CHARGED, CHARGED_AGAIN), booked(CHARGED)),
                Verdict.CHARGED_TWICE,
                "charged twice");
        assertContradictory(discarded(CHARGED), booked(CHARGED));
        assertContradictory(discarded(), booked(Unsettled.PARKED));
    }

    private static void assertContradictory(Told told, Booked booked) {
        assertFound(
                audit(told, booked), Verdict.CONTRADICTORY, "the topics and the database disagree");
    }

    private static void assertFound(Audit audit, Verdict violation, String words) {
        assertThat(audit.orders(violation)).containsExactly(ONE);
        assertThat(audit.balances()).isFalse();
        assertThat(audit.complaints()).containsExactly(words + ": order " + ONE);
    }

    private static Audit audit(Told told, Booked booked) {
        return Audit.of(Set.of(), told, booked, 0);
    }

    private static Told told(Settled... outcomes) {
        return new Told(
                Set.of(ONE), Map.of(ONE, Set.of(outcomes)), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private static Told retried() {
        return new Told(Set.of(ONE), Map.of(), Set.of(placement()), Set.of(), Set.of(), Set.of());
    }

    private static Told dead(Settled... outcomes) {
        return new Told(
                Set.of(ONE),
                Map.of(ONE, Set.of(outcomes)),
                Set.of(),
                Set.of(placement()),
                Set.of(),
                Set.of());
    }

    private static Told discarded(Settled... outcomes) {
        return discarded(Set.of(), outcomes);
    }

    private static Told discardedButReplayed(Settled... outcomes) {
        return discarded(Set.of(placement()), outcomes);
    }

    private static Told discarded(Set<EventId> replayed, Settled... outcomes) {
        return new Told(
                Set.of(ONE),
                outcomes.length == 0 ? Map.of() : Map.of(ONE, Set.of(outcomes)),
                Set.of(),
                Set.of(placement()),
                replayed,
                Set.of(ONE));
    }

    private static Booked booked() {
        return new Booked(Map.of(), Map.of());
    }

    private static Booked booked(Settled settled) {
        return new Booked(Map.of(ONE, settled), Map.of());
    }

    private static Booked booked(Unsettled place) {
        return new Booked(Map.of(), unsettled(place));
    }

    private static Map<EventId, Unsettled> unsettled(Unsettled place) {
        return Map.of(placement(), place);
    }

    private static EventId placement() {
        return placementOf(ONE);
    }

    private static EventId placementOf(UUID order) {
        return EventId.of(order, EventType.ORDER_PLACED);
    }
}
