package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.stage.Orders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LanesTests {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    private final Stops stops = new Stops();

    @Test
    void settlesAnOrdersEventsInTheirOrder() {
        var orderId = UUID.randomUUID();
        var lane =
                new Lane(
                        orderId,
                        List.of(
                                delivery(1, Orders.placed(orderId, "pm_ok")),
                                delivery(2, new OrderCancelled(orderId, "no"))));
        var settled = settle(1, List.of(lane), _ -> new GatewayAnswer.Accepted("ref"));
        assertThat(settled)
                .extracting(SettledDelivery::payment)
                .hasExactlyElementsOfTypes(Payment.Captured.class, Payment.Refunded.class);
    }

    @Test
    void asksForManyOrdersAtOnce() {
        var together = new CyclicBarrier(16);
        var settled = settle(16, lanes(16), _ -> awaitAll(together));
        assertThat(settled).hasSize(16);
    }

    @Test
    void asksForNoMoreThanAllowedAtOnce() {
        var together = new CyclicBarrier(3);
        var settled = settle(2, lanes(4), _ -> awaitAll(together));
        assertThat(settled).isEmpty();
        assertThat(stops.byPartition()).containsKey(PARTITION);
    }

    @Test
    void beginsNothingBehindAStop() {
        var settled = settle(1, lanes(10), _ -> new GatewayAnswer.Failed("away"));
        assertThat(settled).isEmpty();
        assertThat(stops.byPartition()).containsEntry(PARTITION, new Stop(0, "away"));
    }

    @Test
    void aBugInTheGatewayStopsThePartition() {
        settle(
                1,
                lanes(1),
                _ -> {
                    throw new IllegalStateException("a bug");
                });
        assertThat(stops.byPartition().get(PARTITION).reason()).contains("a bug");
    }

    @Test
    void anErrorIsNobodysOutcome() {
        assertThatThrownBy(() ->
                        settle(
                                1,
                                lanes(1),
                                _ -> {
                                    throw new StackOverflowError();
                                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private List<SettledDelivery> settle(
            int parallelCalls, List<Lane> lanes, Function<UUID, GatewayAnswer> gateway) {
        var wait = Duration.ofSeconds(1);
        var settings = new IntakeSettings("test", 1, parallelCalls, wait, wait, wait, wait);
        var cashier = new Cashier(new FunctionGateway(gateway));
        return List.copyOf(
                new Lanes(cashier, Clock.systemUTC(), settings).settle(lanes, Map.of(), stops));
    }

    private static List<Lane> lanes(int count) {
        return IntStream.range(0, count).mapToObj(LanesTests::lane).toList();
    }

    private static Lane lane(int offset) {
        var order = Orders.placed("pm_ok");
        return new Lane(order.orderId(), List.of(delivery(offset, order)));
    }

    private static Delivery delivery(int offset, OrderEvent event) {
        var eventId = EventId.of(event.orderId(), EventType.of(event));
        return new Delivery(PARTITION, offset, eventId, event);
    }

    private static GatewayAnswer awaitAll(CyclicBarrier together) {
        try {
            together.await(500, TimeUnit.MILLISECONDS);
            return new GatewayAnswer.Accepted("ref");
        } catch (InterruptedException | BrokenBarrierException | TimeoutException _) {
            return new GatewayAnswer.Failed("alone");
        }
    }

    private record FunctionGateway(Function<UUID, GatewayAnswer> answers)
            implements PaymentGateway {

        @Override
        public GatewayAnswer charge(Charge charge) {
            return answers.apply(charge.orderId());
        }

        @Override
        public GatewayAnswer refund(Refund refund) {
            return answers.apply(refund.orderId());
        }
    }
}
