package dev.kafkaorders.payments.inbox;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the inbox knows of the events of a batch, of those that they took along, and of those that
/// hold up their orders.
public final class Known {

    private final Map<EventId, InboxEntry> byEvent;
    private final Map<UUID, InboxEntry> heads;
    private final Map<EventId, List<InboxEntry>> carried;

    /// @param entries each event once
    public Known(Collection<InboxEntry> entries) {
        byEvent = entries.stream().collect(toMap(InboxEntry::eventId, Function.identity()));
        heads =
                entries.stream()
                        .filter(InboxEntry::isHead)
                        .collect(
                                toMap(
                                        InboxEntry::orderId,
                                        Function.identity(),
                                        // Two where an order's events were written to two
                                        // partitions: each comes to its end by its own record.
                                        (one, _) -> one));
        carried =
                entries.stream()
                        .filter(entry -> entry.carrier().isPresent())
                        .collect(
                                groupingBy(
                                        entry -> entry.carrier().orElseThrow().eventId(),
                                        collectingAndThen(toList(), Known::inOrder)));
    }

    public Optional<InboxEntry> event(EventId eventId) {
        return Optional.ofNullable(byEvent.get(eventId));
    }

    /// The event that holds up the order.
    public Optional<InboxEntry> head(UUID orderId) {
        return Optional.ofNullable(heads.get(orderId));
    }

    /// The events that this one took along, in their order.
    public List<InboxEntry> carriedBy(EventId eventId) {
        return carried.getOrDefault(eventId, List.of());
    }

    private static List<InboxEntry> inOrder(List<InboxEntry> entries) {
        return entries.stream()
                .sorted(comparingInt(entry -> entry.carrier().orElseThrow().number()))
                .toList();
    }
}
