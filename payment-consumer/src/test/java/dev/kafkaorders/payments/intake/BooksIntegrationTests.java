package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.ConcurrentDeliveryException;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Payments;
import dev.kafkaorders.payments.stage.Orders;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BooksIntegrationTests {

    private final Stage stage = Stage.open();
    private final Service service = stage.start();
    private final EventId event = new EventId(UUID.randomUUID());
    private final EventId another = new EventId(UUID.randomUUID());
    private final UUID orderId = UUID.randomUUID();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void refusesAsAWholeWhatSomebodyElseHasEnteredMeanwhile() {
        var captured = new Payment.Captured(orderId, Orders.PRICE, "ch_1");
        var declined = new Payment.Declined(orderId, Orders.PRICE, "too_late");
        var books = service.bean(Books.class);
        books.enter(batch(captured, event));
        assertThatExceptionOfType(ConcurrentDeliveryException.class)
                .isThrownBy(() -> books.enter(batch(declined, event, another)));
        assertThat(service.bean(Payments.class).of(orderId)).hasValue(captured);
        assertThat(service.bean(Inbox.class).known(List.of(event, another)))
                .containsOnlyKeys(event);
    }

    private SettledBatch batch(Payment payment, EventId... events) {
        var entries = Stream.of(events).map(this::entry).toList();
        return new SettledBatch(
                List.of(), entries, Map.of(), Map.of(orderId, payment), Map.of(), Map.of());
    }

    private InboxEntry entry(EventId eventId) {
        var partition = new TopicPartition("orders", 0);
        return new InboxEntry(eventId, orderId, partition, 0, Optional.empty(), 1);
    }
}
