package dev.kafkaorders.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import dev.kafkaorders.payments.stage.Orders;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CashierTests {

    private static final UUID ORDER = UUID.randomUUID();
    private static final EventId EVENT = new EventId(UUID.randomUUID());
    private static final Payment AWAITED = new Payment.Awaited(ORDER);
    private static final Payment CAPTURED = new Payment.Captured(ORDER, Orders.PRICE, "ch_1");
    private static final Payment DECLINED = new Payment.Declined(ORDER, Orders.PRICE, "no_money");
    private static final Payment REFUNDED =
            new Payment.Refunded(ORDER, Orders.PRICE, "ch_1", "re_1");
    private static final Payment CANCELLED = new Payment.Cancelled(ORDER);

    private GatewayAnswer answer = new GatewayAnswer.Accepted("ref_1");
    private int calls;
    private final Cashier cashier = new Cashier(new CountingGateway());

    @Test
    void capturesWhatTheGatewayAccepts() {
        assertThat(place(AWAITED))
                .isEqualTo(
                        settled(
                                new Payment.Captured(ORDER, Orders.PRICE, "ref_1"),
                                new PaymentCaptured(ORDER, Orders.PRICE, "ref_1")));
    }

    @Test
    void declinesWhatTheGatewayDeclines() {
        answer = new GatewayAnswer.Declined("no_money");
        assertThat(place(AWAITED))
                .isEqualTo(settled(DECLINED, new PaymentDeclined(ORDER, Orders.PRICE, "no_money")));
    }

    @Test
    void leavesAnOrderUnsettledWhenTheGatewayFails() {
        var failure = new Failure.GatewayFailed("not now");
        answer = new GatewayAnswer.Failed(failure);
        assertThat(place(AWAITED)).isEqualTo(new Settlement.Unsettled(failure));
    }

    @Test
    void postponesWhatTheGatewayWasNotAskedFor() {
        answer = new GatewayAnswer.NotAsked();
        assertThat(place(AWAITED)).isEqualTo(new Settlement.Postponed());
        assertThat(cancel(CAPTURED)).isEqualTo(new Settlement.Postponed());
    }

    @Test
    void refusesAnOrderThatWasCancelledBeforeItCame() {
        assertThat(place(CANCELLED))
                .isEqualTo(
                        settled(
                                new Payment.Declined(ORDER, Orders.PRICE, "order_cancelled"),
                                new PaymentDeclined(ORDER, Orders.PRICE, "order_cancelled")));
        assertThat(calls).isZero();
    }

    @ParameterizedTest
    @MethodSource("paid")
    void neverChargesForAnOrderThatHasAPayment(Payment payment) {
        assertThat(place(payment)).isEqualTo(silent(payment));
        assertThat(calls).isZero();
    }

    static Stream<Payment> paid() {
        return Stream.of(CAPTURED, DECLINED, REFUNDED);
    }

    @Test
    void refundsWhatWasCaptured() {
        assertThat(cancel(CAPTURED))
                .isEqualTo(
                        settled(
                                new Payment.Refunded(ORDER, Orders.PRICE, "ch_1", "ref_1"),
                                new PaymentRefunded(ORDER, Orders.PRICE, "ref_1")));
    }

    @Test
    void keepsAskingForARefundThatIsDeclined() {
        answer = new GatewayAnswer.Declined("too_old");
        assertThat(cancel(CAPTURED)).isInstanceOf(Settlement.Unsettled.class);
    }

    @Test
    void remembersACancellationThatComesFirst() {
        assertThat(cancel(AWAITED)).isEqualTo(silent(CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("nothingToGiveBack")
    void givesNothingBackWhereNothingWasTaken(Payment payment) {
        assertThat(cancel(payment)).isEqualTo(silent(payment));
        assertThat(calls).isZero();
    }

    static Stream<Payment> nothingToGiveBack() {
        return Stream.of(DECLINED, REFUNDED, CANCELLED);
    }

    private Settlement place(Payment payment) {
        return cashier.settle(payment, EVENT, Orders.placed(ORDER, "pm_ok"), 0);
    }

    private Settlement cancel(Payment payment) {
        return cashier.settle(payment, EVENT, new OrderCancelled(ORDER, "changed my mind"), 0);
    }

    private static Settlement settled(Payment payment, PaymentEvent outcome) {
        return new Settlement.Settled(payment, Optional.of(outcome));
    }

    private static Settlement silent(Payment payment) {
        return new Settlement.Settled(payment, Optional.empty());
    }

    private final class CountingGateway implements PaymentGateway {

        @Override
        public GatewayAnswer charge(Charge charge) {
            calls++;
            return answer;
        }

        @Override
        public GatewayAnswer refund(Refund refund) {
            calls++;
            return answer;
        }
    }
}
