package dev.kafkaorders.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Stage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentIntegrationTests {

    private final Stage stage = Stage.open();

    @BeforeEach
    void startService() {
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void capturesAnOrder() {
        var orderId = stage.place("pm_ok");
        assertThat(awaitOutcomes(orderId, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentCaptured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(Orders.PRICE));
    }

    @Test
    void tellsWhenTheCardIsDeclined() {
        var orderId = stage.place("pm_declined");
        assertThat(awaitOutcomes(orderId, 1))
                .containsExactly(new PaymentDeclined(orderId, Orders.PRICE, "card_declined"));
    }

    @Test
    void refundsACapturedOrderThatIsCancelled() {
        var orderId = stage.place("pm_ok");
        stage.cancel(orderId);
        assertThat(awaitOutcomes(orderId, 2))
                .hasExactlyElementsOfTypes(PaymentCaptured.class, PaymentRefunded.class);
    }

    @Test
    void chargesNothingWhenTheCancellationComesFirst() {
        var orderId = UUID.randomUUID();
        stage.cancel(orderId);
        await().until(() -> stage.group().isCaughtUp());
        stage.send(Orders.placed(orderId, "pm_ok"));
        assertThat(awaitOutcomes(orderId, 1))
                .containsExactly(new PaymentDeclined(orderId, Orders.PRICE, "order_cancelled"));
    }

    private List<PaymentEvent> awaitOutcomes(UUID orderId, int count) {
        return await().until(() -> outcomes(orderId), outcomes -> outcomes.size() >= count);
    }

    private List<PaymentEvent> outcomes(UUID orderId) {
        return stage.outcomes().stream()
                .map(event -> event.data())
                .filter(outcome -> outcome.orderId().equals(orderId))
                .toList();
    }
}
