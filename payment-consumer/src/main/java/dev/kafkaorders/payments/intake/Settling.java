package dev.kafkaorders.payments.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.Inbox;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.intake.Lane.Waiting;
import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.parking.ParkedEvents;
import dev.kafkaorders.payments.parking.ParkingSettings;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Payments;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.retry.DeadLetters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/// Step 3: decides what becomes of each delivery, and has what is to be tried settled with the
/// gateway.
@Component
class Settling {

    private final Inbox inbox;
    private final Payments payments;
    private final ParkedEvents parked;
    private final DeadLetters letters;
    private final ParkingSettings parking;
    private final Lanes lanes;

    Settling(
            Inbox inbox,
            Payments payments,
            ParkedEvents parked,
            DeadLetters letters,
            ParkingSettings parking,
            Lanes lanes) {
        this.inbox = inbox;
        this.payments = payments;
        this.parked = parked;
        this.letters = letters;
        this.parking = parking;
        this.lanes = lanes;
    }

    /// @param stops where partitions stop already; those that are found now are added
    SettledBatch settle(Batch batch, Known known, Stops stops) {
        var handled = lanes.run(lanesOf(batch, known), stops);
        stopWhatCanNotBeParked(handled.values(), stops);
        var passed =
                batch.deliveries().stream()
                        .filter(stops::letPass)
                        .map(delivery -> handled.get(delivery.position()))
                        .map(Objects::requireNonNull)
                        .toList();
        return new SettledBatch(passed, batch.polled(), stops.byPartition());
    }

    private List<Lane> lanesOf(Batch batch, Known known) {
        var byOrder = batch.byOrder(known);
        var before = byOrder.isEmpty() ? Map.<UUID, Payment>of() : payments.of(byOrder.keySet());
        var waiting = waiting(byOrder, known);
        var told = letters(batch, known);
        return byOrder.entrySet().stream()
                .map(order ->
                        new Lane(
                                order.getKey(),
                                order.getValue(),
                                known,
                                before.getOrDefault(
                                        order.getKey(), new Payment.Awaited(order.getKey())),
                                waiting.getOrDefault(order.getKey(), List.of()),
                                told))
                .toList();
    }

    /// What is kept of those orders that this batch may let go on. Nothing is asked where there are
    /// none.
    private Map<UUID, List<Waiting>> waiting(Map<UUID, List<Delivery>> byOrder, Known known) {
        var heldOrders =
                byOrder.keySet().stream()
                        .filter(order -> known.head(order).isPresent())
                        .collect(toSet());
        var released =
                heldOrders.stream()
                        .filter(order ->
                                byOrder.getOrDefault(order, List.of()).stream()
                                        .anyMatch(delivery -> Standing.mayRelease(delivery, known)))
                        .collect(toSet());
        if (released.isEmpty()) {
            return Map.of();
        }
        var kept = parked.of(released).values().stream().flatMap(List::stream).toList();
        var entries = inbox.known(kept.stream().map(Delivery::eventId).toList(), Set.of());
        return kept.stream()
                .flatMap(delivery ->
                        entries.event(delivery.eventId()).stream()
                                .map(entry -> new Waiting(delivery, entry)))
                .collect(groupingBy(one -> one.entry().orderId()));
    }

    /// What was told of those events that lie dead, by these deliveries, by what they took along,
    /// or until these try them again. Nothing is asked where there are none.
    private Map<EventId, List<Header>> letters(Batch batch, Known known) {
        var dead =
                Stream.concat(
                                batch.decidedBefore(known).stream(),
                                batch.deliveries().stream().filter(Delivery::isReplay))
                        .map(Delivery::eventId)
                        .distinct()
                        .flatMap(id ->
                                Stream.concat(
                                        known.event(id).stream(), known.carriedBy(id).stream()))
                        .filter(entry -> entry.state() == EventState.DEAD)
                        .map(InboxEntry::eventId)
                        .toList();
        return dead.isEmpty() ? Map.of() : letters.of(dead);
    }

    private void stopWhatCanNotBeParked(Collection<Handled> handled, Stops stops) {
        var toPark =
                handled.stream()
                        .filter(one -> one.fate() instanceof Fate.Parked)
                        .map(one -> one.delivery().position())
                        .toList();
        if (!toPark.isEmpty() && parked.census().events() + toPark.size() > parking.maxEvents()) {
            toPark.forEach(position -> stops.at(position, Reason.PARKING_FULL));
        }
    }
}
