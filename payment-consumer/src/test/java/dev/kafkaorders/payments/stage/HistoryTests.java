package dev.kafkaorders.payments.stage;

import static dev.kafkaorders.payments.stage.Orders.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryTests {

    private final UUID order = UUID.randomUUID();
    private final PaymentEvent captured = new PaymentCaptured(order, PRICE, "ch_1");
    private final PaymentEvent refunded = new PaymentRefunded(order, PRICE, "re_1");
    private final PaymentEvent declined = new PaymentDeclined(order, PRICE, "no_money");

    @Test
    void acceptsACaptureThatIsRefunded() {
        assertThat(history(1, captured, refunded).violations()).isEmpty();
    }

    @Test
    void acceptsADecline() {
        assertThat(history(0, declined).violations()).isEmpty();
    }

    @Test
    void seesALostOrder() {
        assertThat(history(0).violations()).containsExactly(order + " was not settled");
    }

    @Test
    void seesAnOrderOfWhichOnlyTheRefundIsTold() {
        assertThat(history(1, refunded).violations()).containsExactly(order + " was not settled");
    }

    @Test
    void seesAnOutcomeThatIsToldTwice() {
        assertThat(history(1, captured, captured).violations())
                .singleElement()
                .asString()
                .endsWith("was told 2 times");
    }

    @Test
    void seesAnOrderThatIsCapturedAndDeclined() {
        assertThat(history(1, captured, declined).violations())
                .containsExactly(order + " was captured and declined");
    }

    @Test
    void seesADoubleCharge() {
        assertThat(history(2, captured).violations())
                .containsExactly(order + " was charged 2 times");
    }

    @Test
    void seesACaptureWithoutACharge() {
        assertThat(history(0, captured).violations())
                .containsExactly(order + " was told as captured and never charged");
    }

    private History history(int charges, PaymentEvent... told) {
        return new History(
                Set.of(order), List.of(told), charges == 0 ? Map.of() : Map.of(order, charges));
    }
}
