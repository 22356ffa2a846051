package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Original;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What keeps the order of each key: finding out what the inbox's answer means for a batch, and
/// whether an event may be tried or has to be parked behind another. Without the database, and with
/// a gateway that accepts at once. In this package because nobody else decides this.
@State(Scope.Benchmark)
public class ParkingCheck {
    private static final int BATCH = 4_000;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Cashier cashier = new Cashier(new AcceptingGateway());
    private final RetrySchedule schedule =
            new RetrySchedule(Topics.PAYMENT_CONSUMER, Topics.PAYMENT_RETRIES);
    private final Polled allNew = Polled.of(0);
    private final Polled someWaiting = Polled.of(1);
    private final Polled allWaiting = Polled.of(100);

    /// Measured by JMH: orders of which nothing is known.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void allNew(Blackhole hole) {
        decide(allNew, hole);
    }

    /// Measured by JMH: one in a hundred is a cancellation whose order waits for a retry.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void someWaiting(Blackhole hole) {
        decide(someWaiting, hole);
    }

    /// Measured by JMH: cancellations whose orders all wait for a retry.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void allWaiting(Blackhole hole) {
        decide(allWaiting, hole);
    }

    private void decide(Polled polled, Blackhole hole) {
        var known = new Known(polled.rows());
        var attempts = new Attempts(cashier, schedule, Clock.systemUTC());
        var stops = new Stops();
        for (var delivery : polled.deliveries()) {
            var orderId = delivery.orderId();
            var lane =
                    new Lane(
                            orderId,
                            List.of(delivery),
                            known,
                            new Payment.Awaited(orderId),
                            List.of(),
                            Map.of());
            hole.consume(new LaneRun(lane, attempts, stops).run());
        }
    }

    /// A batch, an order each, and what the inbox says about it.
    private record Polled(List<InboxEntry> rows, List<Delivery> deliveries) {
        static Polled of(int waitingPercent) {
            var rows = new ArrayList<InboxEntry>();
            var deliveries = new ArrayList<Delivery>(BATCH);
            var random = new SplittableRandom(BATCH);
            for (var number = 0; number < BATCH; number++) {
                var orderId = new UUID(random.nextLong(), random.nextLong());
                if (number % 100 < waitingPercent) {
                    rows.add(waiting(orderId, number));
                    deliveries.add(cancelled(orderId, number));
                } else {
                    deliveries.add(placed(orderId, number));
                }
            }
            return new Polled(rows, deliveries);
        }
    }

    private static InboxEntry waiting(UUID orderId, int number) {
        return new InboxEntry(
                EventId.of(orderId, EventType.ORDER_PLACED),
                orderId,
                EventState.RETRYING,
                1,
                position(number),
                Optional.empty(),
                Optional.empty());
    }

    private static Delivery placed(UUID orderId, int number) {
        var price = new Money(450, EURO);
        var lines = List.of(new OrderLine("tea", 2, price));
        var order = new OrderPlaced(orderId, "c-1", lines, price.times(2), "pm_ok", "web");
        return delivery(
                EventId.of(orderId, EventType.ORDER_PLACED),
                orderId,
                new Content.Order(order),
                number);
    }

    private static Delivery cancelled(UUID orderId, int number) {
        return delivery(
                EventId.of(orderId, EventType.ORDER_CANCELLED),
                orderId,
                new Content.Order(new OrderCancelled(orderId, "changed their mind")),
                number + BATCH);
    }

    private static Delivery delivery(EventId id, UUID orderId, Content content, int number) {
        var position = position(number);
        return new Delivery(
                position,
                new Original(position, 0, "CreateTime", new byte[0], new byte[0], List.of()),
                id,
                orderId,
                content,
                0,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Position position(int number) {
        return new Position(Topics.ORDERS, number % Topics.PARTITIONS, number / Topics.PARTITIONS);
    }

    /// Takes no time.
    private static final class AcceptingGateway implements PaymentGateway {
        @Override
        public GatewayAnswer charge(Charge charge) {
            return new GatewayAnswer.Accepted("ch_1");
        }

        @Override
        public GatewayAnswer refund(Refund refund) {
            return new GatewayAnswer.Accepted("re_1");
        }
    }
}
