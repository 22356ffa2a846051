package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.GatewayServer.Refusal;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedeliveryIntegrationTests {

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void tellsTheSameAgainWhenABatchIsDeliveredAgain() {
        stage.place(50, "pm_ok");
        try (var _ = stage.start(gateway.property())) {
            stage.awaitAllConsumed();
        }
        var told = stage.outcomes();
        stage.group().rewind();
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.outcomes()).hasSize(100).hasSameElementsAs(told);
        assertThat(gateway.calls()).isEqualTo(50);
        assertThat(stage.database().redeliveredEvents()).isEqualTo(50);
    }

    /// The gateway would take it now. But what becomes of a dead letter is an operator's decision,
    /// and the letter that there is already would tell of a death that has not been.
    @Test
    void tellsOfTheSameDeathAgainWhenItsRecordIsDeliveredAgain() {
        gateway.answerBy(_ -> Refusal.of(422));
        var order = stage.place("pm_ok");
        stage.cancel(order);
        try (var _ = stage.start(gateway.property())) {
            await().until(() -> stage.deadLetters().size() == 1);
            stage.awaitAllConsumed();
        }
        gateway.answerBy(_ -> Refusal.none());
        stage.group().rewind();
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        var letters = stage.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().value()).isEqualTo(letters.getFirst().value());
        assertThat(letters.getLast().headers()).isEqualTo(letters.getFirst().headers());
        assertThat(stage.outcomes()).isEmpty();
        assertThat(gateway.charges()).isEmpty();
        letters.forEach(stage::replay);
        stage.awaitAllConsumed();
        assertThat(stage.outcomes())
                .extracting(Event::data)
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
        assertThat(
                        stage.database()
                                .sql()
                                .sql("select count(*) from dead_letter")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void triesNoReplayAgainThatAnotherOneFollowed() {
        gateway.answerBy(_ -> Refusal.of(422));
        stage.place("pm_ok");
        try (var _ = stage.start(gateway.property())) {
            for (var replays = 0; replays < 2; replays++) {
                var letters = replays + 1;
                await().until(() -> stage.deadLetters().size() == letters);
                stage.replay(stage.deadLetters().getLast());
            }
            await().until(() -> stage.deadLetters().size() == 3);
            stage.awaitAllConsumed();
        }
        var calls = gateway.calls();
        stage.group().rewind();
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(gateway.calls()).isEqualTo(calls);
        // The record that led to the last letter can't tell whether that was sent.
        assertThat(stage.deadLetters()).hasSize(4);
    }

    @Test
    void chargesAndTellsOnceForCopies() {
        var order = Orders.placed(UUID.randomUUID(), "pm_ok");
        stage.start(gateway.property());
        await().until(() -> stage.group().isSettled(3));
        stage.send(order);
        stage.send(order);
        stage.awaitAllConsumed();
        stage.send(order);
        stage.awaitAllConsumed();
        assertThat(stage.outcomes()).hasSize(1);
        assertThat(gateway.calls()).isEqualTo(1);
        assertThat(stage.database().redelivered()).isEqualTo(2);
    }

    /// In one poll as in two: what comes second is a copy, whatever it says.
    @Test
    void chargesOnceForAnEventThatNamesTwoOrders() {
        var id = new EventId(UUID.randomUUID());
        for (var order : List.of(Orders.placed("pm_ok"), Orders.placed("pm_ok"))) {
            var event = new Event<>(id, "/test", Instant.now(), order);
            stage.sendOn(0, new EventRecords().toRecord(Topics.ORDERS, event));
        }
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        assertThat(stage.outcomes()).hasSize(1);
        assertThat(gateway.calls()).isEqualTo(1);
    }

    @Test
    void chargesOnceForASecondOrderUnderTheSameId() {
        var orderId = stage.place("pm_ok");
        stage.start(gateway.property());
        stage.awaitAllConsumed();
        stage.database().sql().sql("delete from inbox").update();
        stage.send(Orders.placed(orderId, "pm_other"));
        stage.awaitAllConsumed();
        assertThat(stage.outcomes()).hasSize(1);
        assertThat(gateway.calls()).isEqualTo(1);
    }
}
