package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.GatewayPulse;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import dev.kafkaorders.payments.stage.Orders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTests {

    private final Stops stops = new Stops();
    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private GatewayPulse pulse = new LastBeat(Instant.MAX);

    @Test
    void settlesAnOrdersEventsInTheirOrder() {
        var orderId = UUID.randomUUID();
        var lane =
                lane(
                        orderId,
                        Orders.placed(orderId, "pm_ok"),
                        new OrderCancelled(orderId, "changed my mind"));
        assertThat(run(1, List.of(lane), _ -> accepted()))
                .extracting(Handled::fate)
                .extracting(fate -> ((Fate.Settled) fate).payment())
                .hasExactlyElementsOfTypes(Payment.Captured.class, Payment.Refunded.class);
    }

    @Test
    void parksWhatComesBehindAFailedEvent() {
        var orderId = UUID.randomUUID();
        var lane =
                lane(
                        orderId,
                        Orders.placed(orderId, "pm_ok"),
                        new OrderCancelled(orderId, "changed my mind"));
        var failed = new GatewayAnswer.Failed(new Failure.GatewayFailed("not now"));
        assertThat(run(1, List.of(lane), _ -> failed))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Retried.class, Fate.Parked.class);
    }

    @Test
    void asksForManyOrdersAtOnce() {
        var together = new CyclicBarrier(16);
        assertThat(run(16, lanes(16), _ -> awaitAll(together)))
                .hasSize(16)
                .allMatch(one -> one.fate() instanceof Fate.Settled);
    }

    @Test
    void asksForNoMoreThanAllowedAtOnce() {
        var together = new CyclicBarrier(3);
        assertThat(run(2, lanes(4), _ -> awaitAll(together)))
                .hasSize(4)
                .noneMatch(one -> one.fate() instanceof Fate.Settled);
    }

    @Test
    void batchesShareTheCallsThatAreAllowed() throws Exception {
        var together = new CyclicBarrier(3);
        var lanes = lanesOf(2, _ -> awaitAll(together));
        Callable<Map<Position, Handled>> batch = () -> lanes.run(lanes(2), new Stops());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var handled : threads.invokeAll(List.of(batch, batch))) {
                assertThat(handled.get().values())
                        .hasSize(2)
                        .noneMatch(one -> one.fate() instanceof Fate.Settled);
            }
        }
    }

    /// Or the next lanes of long batches would get in front of a retry that waits, many times over.
    @Test
    void batchesTakeTurns() throws Exception {
        var asked = new ConcurrentLinkedQueue<UUID>();
        var lanes =
                lanesOf(
                        16,
                        orderId -> {
                            asked.add(orderId);
                            return acceptedAfter(Duration.ofMillis(50));
                        });
        var retry = lanes(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var orders =
                    Stream.generate(() -> threads.submit(() -> lanes.run(lanes(320), new Stops())))
                            .limit(2)
                            .toList();
            await().until(() -> asked.size() >= 16);
            var askedBefore = asked.size();
            lanes.run(retry, new Stops());
            for (var batch : orders) {
                batch.get();
            }
            assertThat(List.copyOf(asked).indexOf(retry.getFirst().orderId()))
                    .isBetween(askedBefore, askedBefore + 4 * 16);
        }
    }

    @Test
    void beginsNothingBehindAStop() {
        var asked = new AtomicInteger();
        run(
                1,
                lanes(10),
                _ -> {
                    asked.incrementAndGet();
                    return new GatewayAnswer.NotAsked();
                });
        assertThat(asked).hasValue(1);
        assertThat(stops.byPartition().values()).containsExactly(new Stop(0, Reason.GATEWAY_AWAY));
    }

    @Test
    void doubtsAnOutageBeforeItHoldsAFailureAgainstAnOrder() {
        pulse = new LastBeat(Instant.EPOCH.minusSeconds(1));
        run(1, lanes(1), _ -> unavailable());
        assertThat(stops.byPartition().values()).containsExactly(new Stop(0, Reason.GATEWAY_AWAY));
    }

    @Test
    void holdsAFailureAgainstAnOrderWhenTheGatewayAnswersOthers() {
        assertThat(run(1, lanes(1), _ -> unavailable()))
                .extracting(Handled::fate)
                .hasExactlyElementsOfTypes(Fate.Retried.class);
        assertThat(stops.byPartition()).isEmpty();
    }

    @Test
    void aBugThatAnOrderBringsToLightIsItsEnd() {
        var handled =
                run(
                        1,
                        lanes(1),
                        _ -> {
                            throw new IllegalStateException("a bug");
                        });
        assertThat(handled)
                .singleElement()
                .extracting(Handled::fate)
                .isInstanceOfSatisfying(
                        Fate.Dead.class,
                        dead ->
                                assertThat(dead.failed().failure())
                                        .isInstanceOf(Failure.Bug.class));
    }

    @Test
    void anErrorIsNobodysFate() {
        assertThatThrownBy(() ->
                        run(
                                1,
                                lanes(1),
                                _ -> {
                                    throw new StackOverflowError();
                                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private List<Handled> run(
            int parallelCalls, List<Lane> lanes, Function<UUID, GatewayAnswer> gateway) {
        var byPosition = lanesOf(parallelCalls, gateway).run(lanes, stops);
        return lanes.stream()
                .map(Lane::deliveries)
                .flatMap(Collection::stream)
                .filter(delivery -> byPosition.containsKey(delivery.position()))
                .map(delivery -> byPosition.get(delivery.position()))
                .toList();
    }

    private Lanes lanesOf(int parallelCalls, Function<UUID, GatewayAnswer> gateway) {
        var wait = Duration.ofSeconds(1);
        var settings = new IntakeSettings("test", 1, parallelCalls, wait, wait, wait, wait, wait);
        var cashier = new Cashier(new FunctionGateway(gateway));
        var schedule = new RetrySchedule("group", List.of(wait));
        return new Lanes(cashier, schedule, new Doubts(pulse), settings, clock);
    }

    private static List<Lane> lanes(int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> {
                    var delivery = Deliveries.at("orders", 0, offset);
                    return new Lane(
                            delivery.orderId(),
                            List.of(delivery),
                            new Known(List.of()),
                            new Payment.Awaited(delivery.orderId()),
                            List.of(),
                            Map.of());
                })
                .toList();
    }

    private static Lane lane(UUID orderId, OrderEvent... events) {
        var deliveries = new ArrayList<Delivery>();
        for (var event : events) {
            deliveries.add(Deliveries.at("orders", 0, deliveries.size(), event));
        }
        return new Lane(
                orderId,
                deliveries,
                new Known(List.of()),
                new Payment.Awaited(orderId),
                List.of(),
                Map.of());
    }

    private static GatewayAnswer accepted() {
        return new GatewayAnswer.Accepted("ref");
    }

    private static GatewayAnswer acceptedAfter(Duration latency) {
        try {
            Thread.sleep(latency);
            return accepted();
        } catch (InterruptedException _) {
            return new GatewayAnswer.NotAsked();
        }
    }

    private static GatewayAnswer unavailable() {
        return new GatewayAnswer.Failed(new Failure.GatewayUnavailable("away"));
    }

    private static GatewayAnswer awaitAll(CyclicBarrier together) {
        try {
            together.await(500, TimeUnit.MILLISECONDS);
            return accepted();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException _) {
            return new GatewayAnswer.Failed(new Failure.GatewayFailed("alone"));
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

    /// A gateway that is not known to be away, and when the last call that it answered began.
    private record LastBeat(Instant time) implements GatewayPulse {

        @Override
        public boolean isAway() {
            return false;
        }

        @Override
        public boolean beatAfter(Instant moment) {
            return time.isAfter(moment);
        }
    }
}
