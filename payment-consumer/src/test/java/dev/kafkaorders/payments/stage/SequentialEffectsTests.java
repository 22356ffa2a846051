package dev.kafkaorders.payments.stage;

import static dev.kafkaorders.payments.stage.Orders.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SequentialEffectsTests {

    private final UUID order = UUID.randomUUID();
    private final OrderEvent placed = Orders.placed(order, "pm_ok");
    private final OrderEvent cancelled = new OrderCancelled(order, "changed my mind");
    private final PaymentEvent captured = new PaymentCaptured(order, PRICE, "ch_1");
    private final PaymentEvent refunded = new PaymentRefunded(order, PRICE, "re_1");
    private final PaymentEvent declined = new PaymentDeclined(order, PRICE, "order_cancelled");

    @Test
    void acceptsThatAnOrderIsCapturedAndThenRefundedOnce() {
        assertThat(violations(List.of(placed, cancelled, cancelled, placed), captured, refunded))
                .isEmpty();
    }

    @Test
    void acceptsThatACancelledOrderIsDeclined() {
        assertThat(violations(List.of(cancelled, placed, cancelled), declined)).isEmpty();
    }

    @Test
    void seesACancellationThatOvertookItsOrder() {
        assertThat(violations(List.of(placed, cancelled), declined)).hasSize(1);
    }

    @Test
    void seesAnOrderThatOvertookItsCancellation() {
        assertThat(violations(List.of(cancelled, placed), captured, refunded)).hasSize(1);
    }

    @Test
    void seesARefundThatIsMissing() {
        assertThat(violations(List.of(placed, cancelled), captured)).hasSize(1);
    }

    @Test
    void seesWhatIsToldOfAnOrderThatNobodyPlaced() {
        assertThat(violations(List.of(), captured)).hasSize(1);
    }

    private List<String> violations(List<OrderEvent> written, PaymentEvent... told) {
        return new SequentialEffects(Map.of(order, written), Map.of(order, List.of(told)))
                .violations();
    }
}
