package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Payments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Step 3: has new events settled with the gateway; known ones already are.
@Component
class Settling {

    private final Payments payments;
    private final Lanes lanes;

    Settling(Payments payments, Lanes lanes) {
        this.payments = payments;
        this.lanes = lanes;
    }

    SettledBatch settle(Batch batch, Map<EventId, Optional<Event<PaymentEvent>>> known) {
        var fresh = lanesOf(batch.deliveries(), known);
        var before = fresh.isEmpty() ? Map.<UUID, Payment>of() : payments.of(fresh.keySet());
        var settled = lanes.settle(fresh.values(), before, batch.stops());
        return assemble(batch, known, settled);
    }

    private static Map<UUID, Lane> lanesOf(
            List<Delivery> deliveries, Map<EventId, Optional<Event<PaymentEvent>>> known) {
        var lanes = new LinkedHashMap<UUID, Lane>();
        var seen = new HashSet<>(known.keySet());
        for (var delivery : deliveries) {
            if (seen.add(delivery.eventId())) {
                lanes.computeIfAbsent(
                                delivery.event().orderId(),
                                orderId -> new Lane(orderId, new ArrayList<>(1)))
                        .deliveries()
                        .add(delivery);
            }
        }
        return lanes;
    }

    private static SettledBatch assemble(
            Batch batch,
            Map<EventId, Optional<Event<PaymentEvent>>> known,
            Collection<SettledDelivery> settled) {
        var passed = batch.passed();
        var deliveries = new HashMap<EventId, Integer>();
        passed.forEach(delivery -> deliveries.merge(delivery.eventId(), 1, Integer::sum));
        var byEvent = new HashMap<EventId, SettledDelivery>();
        settled.forEach(one -> byEvent.put(one.delivery().eventId(), one));

        var entries = new ArrayList<InboxEntry>();
        var payments = new HashMap<UUID, Payment>();
        var redelivered = new HashMap<EventId, Integer>();
        var outcomes = new HashMap<>(known);
        for (var delivery : passed) {
            var eventId = delivery.eventId();
            var times = deliveries.getOrDefault(eventId, 1);
            var fresh = byEvent.remove(eventId);
            if (fresh != null) {
                entries.add(entry(fresh, times));
                payments.put(delivery.event().orderId(), fresh.payment());
                outcomes.put(eventId, fresh.outcome());
            } else if (known.containsKey(eventId)) {
                redelivered.put(eventId, times);
            }
        }
        return new SettledBatch(
                passed, entries, redelivered, payments, outcomes, batch.nextOffsets());
    }

    private static InboxEntry entry(SettledDelivery settled, int deliveries) {
        var delivery = settled.delivery();
        return new InboxEntry(
                delivery.eventId(),
                delivery.event().orderId(),
                delivery.partition(),
                delivery.offset(),
                settled.outcome(),
                deliveries);
    }
}
