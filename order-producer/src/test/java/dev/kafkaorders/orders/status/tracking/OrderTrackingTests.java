package dev.kafkaorders.orders.status.tracking;

import static dev.kafkaorders.orders.status.OrderState.Name.CANCELLED;
import static dev.kafkaorders.orders.status.OrderState.Name.CAPTURED;
import static dev.kafkaorders.orders.status.OrderState.Name.DEAD_LETTERED;
import static dev.kafkaorders.orders.status.OrderState.Name.DECLINED;
import static dev.kafkaorders.orders.status.OrderState.Name.PLACED;
import static dev.kafkaorders.orders.status.OrderState.Name.REFUNDED;
import static dev.kafkaorders.orders.status.OrderState.Name.RETRYING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.status.Fact;
import dev.kafkaorders.orders.status.Facts;
import dev.kafkaorders.orders.status.Milestone;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.OrderState;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderTrackingTests {

    private final TrackingDriver driver = new TrackingDriver();
    private final Facts order = Facts.ofNewOrder();

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void tellsEachStateOfAnOrder() {
        driver.pipe(order.placed(), order.retrying(1), order.retrying(2), order.captured());
        assertThat(driver.published())
                .extracting(OrderDocument::state)
                .containsExactly(PLACED, RETRYING, RETRYING, CAPTURED);
    }

    @Test
    void tellsWhatWasOrderedAndHowItWent() {
        driver.pipe(order.placed(), order.retrying(1));
        var retrying = driver.published().getLast();
        assertThat(retrying)
                .returns(order.orderId(), OrderDocument::orderId)
                .returns("c-1", OrderDocument::customerId)
                .returns(900L, OrderDocument::totalMinor)
                .returns(1, OrderDocument::attempt)
                .returns(Facts.due(1), OrderDocument::nextAt)
                .returns(false, OrderDocument::settled);
        assertThat(retrying.timeline())
                .extracting(Fact::event, Fact::topic, Fact::offset, Fact::reason)
                .containsExactly(
                        tuple(Milestone.PLACED, Topics.ORDERS, 0L, null),
                        tuple(Milestone.RETRYING, "payment-consumer.retry.1s", 0L, "no answer 1"));
    }

    @Test
    void whatIsReadTwiceChangesNothing() {
        driver.pipe(order.placed(), order.placed(), order.retrying(1), order.captured());
        driver.published();
        driver.pipe(order.placed(), order.captured(), order.retrying(1));
        assertThat(driver.published()).isEmpty();
    }

    @Test
    void aLateRetryUndoesNoCapture() {
        driver.pipe(order.placed(), order.captured(), order.retrying(1), order.dead(4));
        assertThat(driver.published())
                .extracting(OrderDocument::state)
                .endsWith(CAPTURED, CAPTURED);
    }

    @Test
    void aPaymentWaitsForItsOrder() {
        driver.pipe(order.captured());
        assertThat(driver.published()).isEmpty();
        driver.pipe(order.placed());
        assertThat(driver.published()).extracting(OrderDocument::state).containsExactly(CAPTURED);
    }

    @Test
    void aDeadLetterComesBackByAReplay() {
        driver.pipe(order.placed(), order.dead(4));
        assertThat(driver.published().getLast())
                .returns(DEAD_LETTERED, OrderDocument::state)
                .returns("no answer 4", OrderDocument::reason)
                .returns(false, OrderDocument::settled);
        driver.pipe(order.replayed(1), order.retrying(order.replayed(1), 1), order.captured());
        assertThat(driver.published())
                .extracting(OrderDocument::state)
                .containsExactly(PLACED, RETRYING, CAPTURED);
    }

    @Test
    void aDiscardedLetterIsSettled() {
        driver.pipe(order.placed(), order.dead(4), order.discarded(order.placed()));
        assertThat(driver.published().getLast())
                .returns(DEAD_LETTERED, OrderDocument::state)
                .returns(true, OrderDocument::settled);
    }

    @Test
    void aCancelledOrderIsRefunded() {
        driver.pipe(order.placed(), order.captured(), order.cancelled());
        assertThat(driver.published().getLast())
                .returns(CANCELLED, OrderDocument::state)
                .returns(false, OrderDocument::settled);
        driver.pipe(order.retrying(order.cancelled(), 1), order.refunded());
        assertThat(driver.published())
                .extracting(OrderDocument::state)
                .containsExactly(RETRYING, REFUNDED);
    }

    @Test
    void aCancellationBeforeItsOrderEndsInNothingTaken() {
        driver.pipe(order.cancelled(), order.placed(), order.declined("order_cancelled"));
        assertThat(driver.published().getLast())
                .returns(CANCELLED, OrderDocument::state)
                .returns(true, OrderDocument::settled);
    }

    @Test
    void aDeclinedOrderStaysDeclinedWhenItIsCancelled() {
        driver.pipe(order.placed(), order.declined("card_declined"), order.cancelled());
        assertThat(driver.published().getLast())
                .returns(DECLINED, OrderDocument::state)
                .returns("card_declined", OrderDocument::reason);
    }

    @Test
    void skipsWhatTellsNothing() {
        var placed = order.placed();
        driver.pipe(
                new ProducerRecord<>(Topics.ORDERS, null, null),
                new ProducerRecord<>(Topics.ORDERS, "?".getBytes(UTF_8), placed.value()),
                new ProducerRecord<>(Topics.PAYMENTS, placed.key(), placed.value()),
                new ProducerRecord<>(Topics.deadLetters("payment-consumer"), placed.key(), null),
                new ProducerRecord<>(
                        Topics.ORDERS,
                        null,
                        Facts.ofNewOrder().placed().key(),
                        placed.value(),
                        placed.headers()));
        driver.pipe(placed);
        assertThat(driver.published()).extracting(OrderDocument::state).containsExactly(PLACED);
        assertThat(driver.registry.find("orders.status.skipped").counters())
                .extracting(counter -> counter.count())
                .containsExactlyInAnyOrder(3.0, 1.0, 1.0);
    }

    @Test
    void keepsTheLatestAttemptsOfAnOrderThatIsRetriedForEver() {
        driver.pipe(order.placed());
        for (var attempt = 1; attempt <= 100; attempt++) {
            driver.pipe(order.retrying(attempt));
        }
        assertThat(driver.published().getLast())
                .returns(true, OrderDocument::truncated)
                .returns(100, OrderDocument::attempt)
                .extracting(document -> document.timeline().size())
                .isEqualTo(41);
    }

    @Test
    void countsEachStateOnceAndByTheMinute() {
        var other = Facts.ofNewOrder();
        driver.pipe(order.placed(), other.placed(), order.placed(), order.captured());
        driver.pipe(order.retrying(1));
        assertThat(driver.counted())
                .containsOnly(
                        entry(key(minute(0), PLACED), new Tally(2, 1800)),
                        entry(key(minute(0), CAPTURED), new Tally(1, 900)));
        driver.pipe(other.captured(), TrackingDriver.START.minus(Duration.ofMinutes(5)));
        assertThat(driver.counted())
                .containsOnly(entry(key(minute(-5), CAPTURED), new Tally(1, 900)));
    }

    @Test
    void countsNothingThatIsTooOldOrOfTheFuture() {
        driver.pipe(order.placed(), TrackingDriver.START.minus(Duration.ofDays(7)));
        driver.pipe(Facts.ofNewOrder().placed(), TrackingDriver.START.plus(Duration.ofDays(7)));
        driver.pipe(Facts.ofNewOrder().placed());
        assertThat(driver.counted()).containsOnly(entry(key(minute(0), PLACED), new Tally(1, 900)));
    }

    private static Instant minute(int from) {
        return Instant.parse("2026-11-24T12:00:00Z").plus(Duration.ofMinutes(from));
    }

    private static TallyKey key(Instant minute, OrderState.Name state) {
        return new TallyKey(minute, 0, state, "EUR");
    }

    /// Every order of reading that keeps each topic's own.
    @Test
    void everyInterleavingOfTheTopicsEndsInTheSameState() {
        var histories =
                List.of(
                        List.of(
                                order.placed(),
                                order.retrying(1),
                                order.retrying(2),
                                order.captured(),
                                order.cancelled(),
                                order.retrying(order.cancelled(), 1),
                                order.refunded()),
                        List.of(
                                order.placed(),
                                order.retrying(1),
                                order.dead(2),
                                order.replayed(1),
                                order.retrying(order.replayed(1), 1),
                                order.captured(),
                                order.captured()),
                        List.of(
                                order.placed(),
                                order.cancelled(),
                                order.dead(1),
                                order.discarded(order.placed()),
                                order.replayed(1),
                                order.dead(order.replayed(1), 1)),
                        List.of(
                                order.cancelled(),
                                order.placed(),
                                order.placed(),
                                order.declined("order_cancelled")));
        histories.forEach(history -> new Interleavings(history).allEndAlike());
    }
}
