package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.inbox.ConcurrentDeliveryException;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.parking.ParkedEvents;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Payments;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BooksIntegrationTests {

    private static final Failed FAILED =
            new Failed(1, Instant.EPOCH, new Failure.GatewayRefused("never"));

    private final Stage stage = Stage.open();
    private final Service service = stage.start();
    private final Delivery first = Deliveries.at("orders", 0, 0);
    private final Delivery second = Deliveries.at("orders", 0, 1);
    private final UUID orderId = first.orderId();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void refusesAsAWholeWhatSomebodyElseHasEnteredMeanwhile() {
        var captured = new Payment.Captured(orderId, Orders.PRICE, "ch_1");
        var declined = new Payment.Declined(orderId, Orders.PRICE, "too_late");
        enter(settled(first, captured));
        assertThatExceptionOfType(ConcurrentDeliveryException.class)
                .isThrownBy(() -> enter(settled(first, declined), settled(second, declined)));
        assertThat(service.bean(Payments.class).of(orderId)).hasValue(captured);
        assertThat(known(second).event(second.eventId())).isEmpty();
    }

    @Test
    void refusesADecisionThatGoesByAnOutdatedOne() {
        enter(Handled.alone(first, Optional.empty(), new Fate.Dead(FAILED)));
        var before = known(first).event(first.eventId());
        var again = Deliveries.at("orders", 0, 7);
        var captured = new Payment.Captured(orderId, Orders.PRICE, "ch_1");
        enter(
                new Handled(
                        first.carriedBy(again),
                        before,
                        new Fate.Settled(captured, Optional.empty()),
                        Optional.empty(),
                        List.of()));
        assertThatExceptionOfType(ConcurrentDeliveryException.class)
                .isThrownBy(() -> enter(Handled.alone(first, before, new Fate.Dead(FAILED))));
    }

    @Test
    void refusesToParkBehindWhatHasGone() {
        enter(settled(first, new Payment.Captured(orderId, Orders.PRICE, "ch_1")));
        assertThatExceptionOfType(ConcurrentDeliveryException.class)
                .isThrownBy(() -> enter(parked(second, first)));
        assertThat(service.bean(ParkedEvents.class).census().events()).isZero();
    }

    @Test
    void refusesToReleaseAnOrderInWhichSomethingWasParkedMeanwhile() {
        enter(Handled.alone(first, Optional.empty(), new Fate.Dead(FAILED)));
        var before = known(first).event(first.eventId());
        enter(parked(cancellation(), first));
        var captured = new Payment.Captured(orderId, Orders.PRICE, "ch_1");
        var release = Handled.alone(first, before, new Fate.Settled(captured, Optional.empty()));
        assertThatExceptionOfType(ConcurrentDeliveryException.class)
                .isThrownBy(() -> enter(release));
        assertThat(service.bean(ParkedEvents.class).of(List.of(orderId)).get(orderId)).hasSize(1);
    }

    /// Rows go by the order of their keys. By that of their batches, each would soon have what the
    /// other waits for, and PostgreSQL would end one of them.
    @Test
    void twoWritersOfTheSameOrdersDoNotWaitForEachOther() throws Exception {
        var orders =
                Stream.generate(UUID::randomUUID)
                        .limit(500)
                        .map(id -> new Payment.Declined(id, Orders.PRICE, "insufficient_funds"))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var writer :
                    threads.invokeAll(List.of(saving(orders), saving(orders.reversed())))) {
                writer.get();
            }
        }
    }

    private Callable<@Nullable Void> saving(List<Payment.Declined> orders) {
        return () -> {
            for (var round = 0; round < 50; round++) {
                service.bean(Payments.class).save(orders);
            }
            return null;
        };
    }

    @Test
    void decidesNothingAnewThatAnotherMemberHasCommitted() {
        enter(Handled.alone(first, Optional.empty(), new Fate.Dead(FAILED)));
        var before = known(first).event(first.eventId());
        var order = ((Content.Order) first.content()).event();
        var partition = first.position().topicPartition();
        var polled =
                new ConsumerRecords<>(
                        Map.of(partition, List.of(Deliveries.record("orders", 0, 0, order, 0))),
                        Map.of(partition, new OffsetAndMetadata(1)));
        assertThatExceptionOfType(PartitionLostException.class)
                .isThrownBy(
                        () -> service.bean(Intake.class).process(polled, new Zombie(partition)));
        assertThat(known(first).event(first.eventId())).isEqualTo(before);
    }

    /// A member whose partition another one has, and has committed.
    private record Zombie(TopicPartition partition) implements Membership {

        @Override
        public ConsumerGroupMetadata metadata() {
            throw new AssertionError("there is nothing to commit");
        }

        @Override
        public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            return Map.of(partition, new OffsetAndMetadata(1));
        }
    }

    private Delivery cancellation() {
        return Deliveries.at("orders", 0, 2, new OrderCancelled(orderId, "changed my mind"));
    }

    private void enter(Handled... handled) {
        service.bean(Books.class).enter(new SettledBatch(List.of(handled), Map.of(), Map.of()));
    }

    private Known known(Delivery delivery) {
        return service.bean(Inbox.class).known(List.of(delivery.eventId()), List.of());
    }

    private static Handled settled(Delivery delivery, Payment payment) {
        return Handled.alone(
                delivery, Optional.empty(), new Fate.Settled(payment, Optional.empty()));
    }

    private static Handled parked(Delivery delivery, Delivery head) {
        return Handled.alone(
                delivery, Optional.empty(), new Fate.Parked(Optional.of(head.eventId())));
    }
}
