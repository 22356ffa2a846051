package dev.kafkaorders.payments;

import static dev.kafkaorders.payments.intake.CheckpointListener.holdingUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What became of an order is told in the order in which it came about, whoever tells it.
class OutcomeOrderIntegrationTests {

    private final Stage stage = Stage.open();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        stage.close();
    }

    @Test
    void aRefundIsNotToldBeforeTheCaptureThatARetryHasYetToTell() throws InterruptedException {
        stage.retryAfter(Duration.ofMillis(500));
        var service = stage.start(holdingUp("DATABASE_COMMITTED", 2, held, gate));
        var order = stage.place("pm_flaky_1");
        held.await();
        cancelAndAssertThatTheRefundWaits(order, service);
        await().until(() -> !isHeld(service));
    }

    /// Which has another id than what the cancellation says that it cancels.
    @Test
    void norBeforeTheCaptureOfACorrectedCopyThatTookARetry() throws InterruptedException {
        stage.retryAfter(Duration.ofMillis(500));
        // Its death, the copy's failure, and the copy's retry.
        var service = stage.start(holdingUp("DATABASE_COMMITTED", 3, held, gate));
        var order = stage.place("pm_broken");
        await().until(() -> stage.deadLetters().size() == 1);
        stage.correct(Orders.placed(order, "pm_flaky_1"));
        held.await();
        cancelAndAssertThatTheRefundWaits(order, service);
    }

    private void cancelAndAssertThatTheRefundWaits(UUID order, Service service) {
        stage.cancel(order);
        await().until(() -> isHeld(service));
        assertThat(stage.outcomes()).isEmpty();
        gate.countDown();
        await().until(() -> stage.outcomes().size() == 2);
        assertThat(stage.outcomes())
                .extracting(Event::data)
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
    }

    private static boolean isHeld(Service service) {
        return service.get("/actuator/prometheus")
                .body()
                .contains("payments_intake_held{reason=\"untold\"} 1.0");
    }
}
