package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.record.Delivery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What a poll brought.
///
/// @param deliveries in the order of the log
/// @param polled where each partition goes on if nothing stops it
/// @param notDue where partitions stop, whatever becomes of the deliveries
record Batch(
        List<Delivery> deliveries, Map<TopicPartition, OffsetAndMetadata> polled, Stops notDue) {

    /// The events that are delivered, those that they replace, and those that they follow.
    Set<EventId> eventIds() {
        return deliveries.stream()
                .<EventId>mapMulti((one, next) -> {
                    next.accept(one.eventId());
                    one.replaces().ifPresent(next);
                    Untold.before(one).ifPresent(next);
                })
                .collect(Collectors.toSet());
    }

    Set<UUID> orderIds() {
        return deliveries.stream().map(Delivery::orderId).collect(Collectors.toSet());
    }

    /// The orders that have something to follow.
    Set<UUID> cancelledOrderIds() {
        return deliveries.stream()
                .filter(one -> Untold.before(one).isPresent())
                .map(Delivery::orderId)
                .collect(Collectors.toSet());
    }

    /// The deliveries of each order, in the order of the log. Which order an event belongs to is
    /// fixed by its first delivery: a record that lets go a dead letter may not say, and one that
    /// says something else is a copy.
    Map<UUID, List<Delivery>> byOrder(Known known) {
        var orders = new HashMap<EventId, UUID>();
        var byOrder = new LinkedHashMap<UUID, List<Delivery>>();
        for (var delivery : deliveries) {
            var order =
                    orders.computeIfAbsent(
                            delivery.eventId(),
                            event ->
                                    known.event(event)
                                            .map(InboxEntry::orderId)
                                            .orElseGet(delivery::orderId));
            byOrder.computeIfAbsent(order, _ -> new ArrayList<>(1)).add(delivery);
        }
        return byOrder;
    }

    /// The deliveries that have decided about their events before.
    List<Delivery> decidedBefore(Known known) {
        return deliveries.stream()
                .filter(delivery ->
                        known.event(delivery.eventId())
                                .filter(entry -> entry.decidedBy().equals(delivery.position()))
                                .isPresent())
                .toList();
    }
}
