package dev.kafkaorders.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.GatewayServer.Refusal;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Later events of an order wait behind one that failed, and follow it in order.
class ParkingIntegrationTests {

    private static final Duration SHORT = Duration.ofMillis(500);

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void aCancellationInTheSamePollFollowsItsOrderThroughARetry() {
        stage.retryAfter(SHORT);
        var order = stage.place("pm_flaky_1");
        stage.cancel(order);
        stage.start();
        await().until(() -> stage.outcomes().size() == 2);
        assertThat(outcomes(order))
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
    }

    @Test
    void aCancellationThatComesWhileItsOrderWaitsIsParkedAndOthersOvertake() {
        stage.retryAfter(Duration.ofMinutes(1));
        stage.start();
        var order = stage.placeOn(0, "pm_flaky_1");
        await().until(() -> stage.retries().size() == 1);
        stage.sendOn(0, cancellation(order, "at last"));
        var other = stage.placeOn(0, "pm_ok");
        await().until(() -> outcomes(other).size() == 1);
        assertThat(outcomes(order)).isEmpty();
        assertThat(states(order)).containsExactlyInAnyOrder("RETRYING", "PARKED");
    }

    @Test
    void aCancellationThatComesWhileItsOrderIsRetriedFollowsIt() {
        stage.retryAfter(SHORT);
        var cancelled = new AtomicBoolean();
        var order = UUID.randomUUID();
        gateway.answerBy(call -> {
            if (call.number() == 2 && !cancelled.getAndSet(true)) {
                // The retry is in work: it has looked up what is parked, which is nothing.
                stage.cancel(order);
                await().until(() -> parked() == 1);
            }
            return call.number() == 1 ? Refusal.of(409) : Refusal.none();
        });
        stage.start(gateway.property(), "payments.gateway.read-timeout=30s");
        stage.send(Orders.placed(order, "pm_ok"));
        await().until(() -> outcomes(order).size() == 2);
        assertThat(outcomes(order))
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
        assertThat(parked()).isZero();
    }

    @Test
    void aDeadLetterHoldsItsOrderUntilItIsReplayed() {
        stage.start();
        var order = stage.place("pm_broken");
        stage.cancel(order);
        await().until(() -> stage.deadLetters().size() == 1);
        stage.awaitAllConsumed();
        assertThat(parked()).isEqualTo(1);
        assertThat(outcomes(order)).isEmpty();
        stage.replay(stage.deadLetters().getFirst());
        await().until(() -> stage.deadLetters().size() == 2);
        assertThat(parked()).isEqualTo(1);
    }

    @Test
    void whatWasBehindADeadLetterFollowsItInOrderWhenItIsReplayed() {
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(422) : Refusal.none());
        stage.start(gateway.property());
        var order = stage.place("pm_ok");
        stage.cancel(order);
        await().until(() -> stage.deadLetters().size() == 1);
        stage.awaitAllConsumed();
        stage.replay(stage.deadLetters().getFirst());
        await().until(() -> outcomes(order).size() == 2);
        assertThat(outcomes(order))
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
        assertThat(parked()).isZero();
    }

    @Test
    void whatComesInThePollThatLetsTheDeadLetterGoFollowsIt() {
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(422) : Refusal.none());
        var first = stage.start(gateway.property());
        var order = stage.placeOn(0, "pm_ok");
        await().until(() -> stage.deadLetters().size() == 1);
        first.close();
        stage.sendOn(0, cancellation(order, "at last"));
        stage.replay(stage.deadLetters().getFirst());
        stage.start(gateway.property());
        await().until(() -> outcomes(order).size() == 2);
        assertThat(outcomes(order))
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
        assertThat(parked()).isZero();
    }

    @Test
    void whatWasBehindADeadLetterGoesOnWhenItIsDiscarded() {
        stage.start();
        var order = stage.place("pm_broken");
        stage.cancel(order);
        await().until(() -> stage.deadLetters().size() == 1);
        discard(stage.deadLetters().getFirst());
        await().until(() -> parked() == 0);
        stage.send(Orders.placed(order, "pm_ok"));
        stage.awaitAllConsumed();
        assertThat(outcomes(order)).isEmpty();
        assertThat(states(order)).containsOnly("SETTLED");
    }

    @Test
    void poisonHoldsTheOrderOfItsKey() {
        stage.start();
        var order = UUID.randomUUID();
        var key = order.toString().getBytes(UTF_8);
        stage.send(new ProducerRecord<>(Topics.ORDERS, 0, key, new byte[] {1}));
        await().until(() -> stage.deadLetters().size() == 1);
        stage.placeOn(0, order, "pm_ok");
        stage.awaitAllConsumed();
        assertThat(parked()).isEqualTo(1);
        discard(stage.deadLetters().getFirst());
        await().until(() -> outcomes(order).size() == 1);
        assertThat(outcomes(order)).hasExactlyElementsOfTypes(PaymentCaptured.class);
    }

    @Test
    void poisonIsParkedTooAndDiesWhenItsTurnComes() {
        stage.retryAfter(SHORT);
        var order = UUID.randomUUID();
        stage.placeOn(0, order, "pm_flaky_1");
        stage.send(
                new ProducerRecord<>(
                        Topics.ORDERS, 0, order.toString().getBytes(UTF_8), new byte[] {1}));
        stage.start();
        await().until(() -> stage.deadLetters().size() == 1);
        assertThat(outcomes(order)).hasExactlyElementsOfTypes(PaymentCaptured.class);
        assertThat(stage.deadLetters().getFirst().value()).containsExactly(1);
        assertThat(parked()).isZero();
    }

    @Test
    void waitsInFrontOfWhatThereIsNoRoomFor() {
        var service = stage.start("payments.parking.max-events=2");
        var orders = List.of(stage.placeOn(0, "pm_broken"), stage.placeOn(0, "pm_broken"));
        await().until(() -> stage.deadLetters().size() == 2);
        orders.forEach(order -> stage.sendOn(0, cancellation(order, "first")));
        await().until(() -> parked() == 2);
        stage.sendOn(0, cancellation(orders.getFirst(), "one too many"));
        var behind = stage.placeOn(0, "pm_ok");
        await().until(() ->
                service.get("/actuator/health/readiness").body().contains("too many events"));
        var elsewhere = stage.placeOn(1, "pm_ok");
        await().until(() -> outcomes(elsewhere).size() == 1);
        assertThat(outcomes(behind)).isEmpty();
        assertThat(parked()).isEqualTo(2);
        stage.deadLetters().forEach(this::discard);
        await().until(() -> outcomes(behind).size() == 1);
        await().until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    @Test
    void tellsHowMuchIsParked() {
        var service = stage.start("payments.parking.count-interval=100ms");
        var order = stage.place("pm_broken");
        stage.cancel(order);
        await().until(() ->
                service.get("/actuator/prometheus").body().contains("payments_parked_events 1.0"));
        assertThat(service.get("/actuator/prometheus").body())
                .contains("payments_parked_orders 1.0")
                .containsPattern("payments_parked_oldest_age_seconds 0*[.0]*[1-9]");
    }

    @Test
    void tellsThatAnOrderIsDeadWhenItsPaymentIsAskedFor() {
        var service = stage.start();
        var order = stage.place("pm_broken");
        await().until(() -> stage.deadLetters().size() == 1);
        assertThat(service.get("/payments/" + order).body())
                .contains("\"status\":\"AWAITED\"", "\"waiting\":\"DEAD\"", "\"attempts\":1");
    }

    /// A second cancellation of an order is an event of its own.
    private static ProducerRecord<byte[], byte[]> cancellation(UUID order, String name) {
        var record =
                new ProducerRecord<>(
                        Topics.ORDERS,
                        0,
                        order.toString().getBytes(UTF_8),
                        "{\"orderId\":\"%s\"}".formatted(order).getBytes(UTF_8));
        var id = UUID.nameUUIDFromBytes((order + name).getBytes(UTF_8)).toString();
        add(record, EventHeaders.TYPE, EventType.ORDER_CANCELLED.typeName());
        add(record, EventHeaders.ID, id);
        add(record, EventHeaders.SOURCE, "/test");
        add(record, EventHeaders.TIME, "2026-11-24T12:00:00Z");
        return record;
    }

    private void discard(ConsumerRecord<byte[], byte[]> letter) {
        var id = letter.headers().lastHeader(EventHeaders.ID);
        var eventId =
                id == null
                        ? EventId.ofUnreadable(Topics.ORDERS, letter.partition(), 0).toString()
                        : new String(id.value(), UTF_8);
        var record =
                new ProducerRecord<>(
                        Topics.retry(Topics.PAYMENT_CONSUMER, stage.firstRetry()),
                        letter.partition(),
                        letter.key(),
                        letter.value());
        add(record, ReplayHeaders.DISCARDED, "no longer wanted");
        add(record, ReplayHeaders.REPLAY_OF, eventId);
        stage.send(record);
    }

    private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private long parked() {
        return stage.database()
                .sql()
                .sql("select count(*) from inbox where state = 'PARKED'")
                .query(Long.class)
                .single();
    }

    private List<String> states(UUID order) {
        return stage.database()
                .sql()
                .sql("select state from inbox where order_id = ?")
                .param(order)
                .query(String.class)
                .list();
    }

    private List<PaymentEvent> outcomes(UUID order) {
        return stage.outcomes().stream()
                .map(event -> event.data())
                .filter(outcome -> outcome.orderId().equals(order))
                .toList();
    }
}
