package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator replays a dead letter with its data corrected, as an event of its own.
class CorrectionIntegrationTests {

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCorrectedCopyIsSettledAndWhatWaitedFollowsIt() {
        stage.start();
        var order = stage.place("pm_broken");
        stage.cancel(order);
        await().until(() -> stage.deadLetters().size() == 1);
        stage.awaitAllConsumed();
        stage.correct(Orders.placed(order, "pm_ok"));
        await().until(() -> stage.outcomes().size() == 2);
        assertThat(stage.outcomes())
                .extracting(Event::data)
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
        assertThat(unsettled()).isZero();
    }

    @Test
    void aCorrectedCopyThatDiesTooIsTheOneToBeAnswered() {
        stage.start();
        var order = stage.place("pm_broken");
        stage.cancel(order);
        await().until(() -> stage.deadLetters().size() == 1);
        stage.awaitAllConsumed();
        stage.correct(Orders.placed(order, "pm_broken"));
        await().until(() -> stage.deadLetters().size() == 2);
        stage.awaitAllConsumed();
        assertThat(stage.outcomes()).isEmpty();
        assertThat(unsettled()).isEqualTo(2);
        stage.replay(stage.deadLetters().getLast());
        await().until(() -> stage.deadLetters().size() == 3);
    }

    private int unsettled() {
        return stage.database()
                .sql()
                .sql("select count(*) from inbox where state <> 'SETTLED'")
                .query(Integer.class)
                .single();
    }
}
