package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.InboxEntry.Carrier;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import dev.kafkaorders.payments.stage.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class LaneRunTests {

    private static final String RETRY = "group.retry.1s";
    private static final Position ELSEWHERE = new Position(RETRY, 0, 99);

    private static final List<Header> LETTER =
            List.of(new RecordHeader("kafka_dlt-exception-message", new byte[] {1}));

    private final UUID orderId = UUID.randomUUID();
    private final Delivery placed = placed("orders", 0, 0);
    private final Delivery retried = placed(RETRY, 0, 1);
    private final Delivery cancelled =
            Deliveries.at("orders", 0, 1, new OrderCancelled(orderId, "changed my mind"));

    private final InboxEntry parkedCancellation =
            entry(cancelled, EventState.PARKED, 0, cancelled.position());

    private Map<EventId, List<Header>> letters = Map.of();
    private final Stops stops = new Stops();
    private boolean chargesWork = true;
    private boolean refundsWork = true;

    @Test
    void parksBehindAnEventThatWaits() {
        var head = entry(placed, EventState.RETRYING, 1, placed.position());
        assertThat(run(List.of(head), List.of(), cancelled))
                .extracting(Handled::fate)
                .containsExactly(new Fate.Parked(Optional.of(placed.eventId())));
    }

    @Test
    void takesAlongWhatIsParkedWhenTheAnnouncedRetryIsSettled() {
        var head = entry(placed, EventState.RETRYING, 1, placed.position());
        var handled = run(List.of(head), List.of(parkedCancellation), retried);
        assertThat(handled)
                .singleElement()
                .extracting(Handled::fate)
                .isInstanceOf(Fate.Settled.class);
        assertThat(handled.getFirst().carried())
                .singleElement()
                .satisfies(carried -> {
                    assertThat(carried.fate()).isInstanceOf(Fate.Settled.class);
                    assertThat(carried.carrier()).hasValue(new Carrier(placed.eventId(), 0));
                    assertThat(carried.delivery().position()).isEqualTo(retried.position());
                });
    }

    @Test
    void ignoresARetryThatIsNotTheAnnouncedOne() {
        var head = entry(placed, EventState.RETRYING, 2, ELSEWHERE);
        assertThat(run(List.of(head), List.of(), retried))
                .extracting(Handled::fate)
                .containsExactly(new Fate.Ignored());
    }

    @Test
    void aCopyDoesNotHideTheAnnouncedRetryInTheSamePoll() {
        var head = entry(placed, EventState.RETRYING, 1, ELSEWHERE);
        assertThat(run(List.of(head), List.of(), placed, retried))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Ignored.class, Fate.Settled.class);
    }

    @Test
    void repeatsWhatThisVeryDeliveryDecided() {
        var settled = entry(placed, EventState.SETTLED, 0, retried.position());
        assertThat(run(List.of(settled), List.of(), placed, retried))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Ignored.class, Fate.Repeated.class);
    }

    @Test
    void goesOnWithWhatWasCarriedAndFailedWhenTheCarrierIsRepeated() {
        var settled = entry(placed, EventState.SETTLED, 0, retried.position());
        var carried = carried(cancelled, EventState.RETRYING, 1, retried.position());
        var handled = run(List.of(settled, carried), List.of(carried), retried);
        assertThat(handled)
                .singleElement()
                .extracting(Handled::fate)
                .isInstanceOf(Fate.Repeated.class);
        assertThat(handled.getFirst().carried())
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Settled.class);
    }

    @Test
    void decidesOnceAboutWhatIsCarriedAndDeliveredInTheSamePoll() {
        var settled = entry(placed, EventState.SETTLED, 0, retried.position());
        var carried = carried(cancelled, EventState.RETRYING, 1, retried.position());
        var itsRetry =
                Deliveries.at(RETRY, 0, 2, new OrderCancelled(orderId, "changed my mind"), 1);
        assertThat(run(List.of(settled, carried), List.of(carried), retried, itsRetry))
                .flatMap(one -> Stream.of(one).<Handled>mapMulti(Handled::all).toList())
                .filteredOn(one -> one.delivery().eventId().equals(cancelled.eventId()))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Settled.class, Fate.Ignored.class);
    }

    @Test
    void stopsCarryingAtTheNextThatFails() {
        refundsWork = false;
        var head = entry(placed, EventState.RETRYING, 1, placed.position());
        var handled = run(List.of(head), List.of(parkedCancellation), retried);
        assertThat(handled.getFirst().carried())
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Retried.class);
    }

    @Test
    void tellsAgainOfWhatDiedByThisVeryDelivery() {
        letters = Map.of(placed.eventId(), LETTER);
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        assertThat(run(List.of(dead, parkedCancellation), List.of(), placed, cancelled))
                .extracting(Handled::fate)
                .containsExactly(new Fate.StillDead(LETTER), new Fate.Ignored());
    }

    @Test
    void triesWhatIsReplayedInThePollThatTellsOfItsDeath() {
        letters = Map.of(placed.eventId(), LETTER);
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        var replayed = Deliveries.replayed(Orders.placed(orderId, "pm_ok"), 7);
        assertThat(run(List.of(dead), List.of(), placed, replayed))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.StillDead.class, Fate.Settled.class);
    }

    /// The offsets were set back over it: it led to the letter that is there, or to one before.
    @Test
    void ignoresAReplayThatTheLetterCameOf() {
        letters = Map.of(placed.eventId(), Deliveries.replayMark(2));
        var dead = entry(placed, EventState.DEAD, 3, ELSEWHERE);
        var order = Orders.placed(orderId, "pm_ok");
        assertThat(
                        run(
                                List.of(dead),
                                List.of(),
                                Deliveries.replayed(order, 7, 1),
                                Deliveries.replayed(order, 8, 2),
                                Deliveries.replayed(order, 9, 3)))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(
                        Fate.Ignored.class, Fate.Ignored.class, Fate.Settled.class);
    }

    @Test
    void tellsAgainOfWhatDiedWhenItWasCarried() {
        letters = Map.of(cancelled.eventId(), LETTER);
        var settled = entry(placed, EventState.SETTLED, 0, retried.position());
        var carried = carried(cancelled, EventState.DEAD, 1, retried.position());
        var handled = run(List.of(settled, carried), List.of(carried), retried);
        assertThat(handled)
                .singleElement()
                .extracting(Handled::fate)
                .isInstanceOf(Fate.Repeated.class);
        assertThat(handled.getFirst().carried())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.fate()).isEqualTo(new Fate.StillDead(LETTER));
                    assertThat(one.decision()).isEmpty();
                });
    }

    @Test
    void whatLetsTheOrderGoWaitsUntilWhatThePollParkedInFrontOfItIsStored() {
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        var replayed = Deliveries.replayed(Orders.placed(orderId, "pm_ok"), 7);
        assertThat(run(List.of(dead), List.of(), cancelled, replayed))
                .extracting(Handled::fate)
                .containsExactly(new Fate.Parked(Optional.of(placed.eventId())));
        assertThat(stops.byPartition().values())
                .containsExactly(new Stop(7, new Stop.Reason.NextPoll()));
    }

    @Test
    void triesAgainWhatDiedBeforeLettersWereKept() {
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        assertThat(run(List.of(dead), List.of(), placed))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Settled.class);
    }

    @Test
    void aCorrectedCopyTakesThePlaceOfTheDeadEvent() {
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        var handled = run(List.of(dead), List.of(parkedCancellation), correction("pm_ok"));
        assertThat(handled)
                .singleElement()
                .extracting(Handled::fate)
                .isInstanceOf(Fate.Settled.class);
        assertThat(handled.getFirst().carried())
                .extracting(one -> one.delivery().eventId())
                .containsExactly(placed.eventId(), cancelled.eventId());
        assertThat(handled.getFirst().carried())
                .extracting(Handled::decision)
                .allMatch(decision -> decision.orElseThrow().state() == EventState.SETTLED);
    }

    @Test
    void aCorrectedCopyThatFailsHoldsUpTheOrderInstead() {
        chargesWork = false;
        var dead = entry(placed, EventState.DEAD, 1, placed.position());
        var known = List.of(dead, parkedCancellation);
        var handled = run(known, List.of(parkedCancellation), correction("pm_ok"), cancelled);
        assertThat(handled)
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Retried.class, Fate.Ignored.class);
        assertThat(handled.getFirst().carried())
                .singleElement()
                .satisfies(buried -> {
                    assertThat(buried.delivery().eventId()).isEqualTo(placed.eventId());
                    assertThat(buried.fate()).isInstanceOf(Fate.Settled.class);
                });
    }

    @Test
    void aSecondCorrectedCopyOfTheSameEventIsAnEventLikeAnyOther() {
        var dead = entry(placed, EventState.SETTLED, 1, ELSEWHERE);
        var handled = run(List.of(dead), List.of(), correction("pm_ok"));
        assertThat(handled).singleElement().extracting(Handled::carried).isEqualTo(List.of());
    }

    /// Or what is parked behind that one would be left behind.
    @Test
    void aCorrectedCopyOfAnotherOrdersEventIsAnEventLikeAnyOther() {
        var other = Deliveries.at("orders", 0, 0);
        var dead = entry(other, EventState.DEAD, 1, other.position());
        var correction = Deliveries.correction(other.eventId(), Orders.placed(orderId, "pm_ok"));
        assertThat(run(List.of(dead), List.of(), correction))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.fate()).isInstanceOf(Fate.Settled.class);
                    assertThat(one.carried()).isEmpty();
                });
    }

    @Test
    void aCorrectedCopyTellsWhichOrderAnUnreadableRecordBelongsTo() {
        var unreadable = EventId.ofUnreadable("orders", 0, 0);
        var dead =
                new InboxEntry(
                        unreadable,
                        unreadable.value(),
                        EventState.DEAD,
                        1,
                        placed.position(),
                        Optional.empty(),
                        Optional.empty());
        var correction = Deliveries.correction(unreadable, Orders.placed(orderId, "pm_ok"));
        assertThat(run(List.of(dead), List.of(), correction).getFirst().carried())
                .extracting(one -> one.delivery().eventId())
                .containsExactly(unreadable);
    }

    private Delivery correction(String paymentMethod) {
        return Deliveries.correction(placed.eventId(), Orders.placed(orderId, paymentMethod));
    }

    private List<Handled> run(
            List<InboxEntry> known, List<InboxEntry> kept, Delivery... deliveries) {
        var waiting = kept.stream().map(entry -> new Lane.Waiting(cancelled, entry)).toList();
        var lane =
                new Lane(
                        orderId,
                        List.of(deliveries),
                        new Known(known),
                        new Payment.Awaited(orderId),
                        waiting,
                        letters);
        var schedule = new RetrySchedule("group", List.of(Duration.ofSeconds(1)));
        var attempts = new Attempts(new Cashier(new Gateway()), schedule, Clock.systemUTC());
        return new LaneRun(lane, attempts, stops).run();
    }

    private Delivery placed(String topic, int partition, long offset) {
        var attempts = topic.equals(RETRY) ? 1 : 0;
        return Deliveries.at(topic, partition, offset, Orders.placed(orderId, "pm_ok"), attempts);
    }

    private static InboxEntry entry(
            Delivery event, EventState state, int attempts, Position decidedBy) {
        return new InboxEntry(
                event.eventId(),
                event.orderId(),
                state,
                attempts,
                decidedBy,
                Optional.empty(),
                Optional.empty());
    }

    private InboxEntry carried(Delivery event, EventState state, int attempts, Position decidedBy) {
        return new InboxEntry(
                event.eventId(),
                event.orderId(),
                state,
                attempts,
                decidedBy,
                Optional.of(new Carrier(placed.eventId(), 0)),
                Optional.empty());
    }

    private final class Gateway implements PaymentGateway {

        @Override
        public GatewayAnswer charge(Charge charge) {
            return chargesWork
                    ? new GatewayAnswer.Accepted("ch_1")
                    : new GatewayAnswer.Failed(new Failure.GatewayFailed("not now"));
        }

        @Override
        public GatewayAnswer refund(Refund refund) {
            return refundsWork
                    ? new GatewayAnswer.Accepted("re_1")
                    : new GatewayAnswer.Failed(new Failure.GatewayFailed("not now"));
        }
    }
}
