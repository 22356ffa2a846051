package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.stage.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTests {

    private final Delivery first = Deliveries.at("orders", 0, 0);
    private final Delivery second = Deliveries.at("orders", 1, 0);

    @Test
    void sortsDeliveriesByOrder() {
        assertThat(byOrder(List.of(), first, second))
                .containsExactly(
                        Map.entry(first.orderId(), List.of(first)),
                        Map.entry(second.orderId(), List.of(second)));
    }

    @Test
    void anEventThatNamesAnotherOrderTheSecondTimeStaysWithTheFirst() {
        var id = new EventId(UUID.randomUUID());
        var one = Deliveries.of(id, Orders.placed("pm_ok"), 0);
        var other = Deliveries.of(id, Orders.placed("pm_ok"), 1);
        assertThat(byOrder(List.of(), one, other))
                .containsExactly(Map.entry(one.orderId(), List.of(one, other)));
    }

    @Test
    void anEventThatIsKnownStaysWithTheOrderThatItWasKnownBy() {
        var orderId = UUID.randomUUID();
        var known =
                new InboxEntry(
                        first.eventId(),
                        orderId,
                        EventState.DEAD,
                        1,
                        first.position(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(byOrder(List.of(known), first)).containsOnlyKeys(orderId);
    }

    private static Map<UUID, List<Delivery>> byOrder(
            List<InboxEntry> known, Delivery... deliveries) {
        return new Batch(List.of(deliveries), Map.of(), new Stops()).byOrder(new Known(known));
    }
}
