package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.ledger.Dealings;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// All that is known of a run once it is quiet: what clients say, what the topics and the database
/// hold, what the gateway moved, and what the suite tells.
///
/// @param committed the events of [SuiteTopics#ALL] that a read_committed reader sees, in the order
///   of the log within a partition
/// @param aborted those that only a read_uncommitted reader sees
/// @param offsets not more than the tables have come to know
public record History(
        Dealings dealings,
        List<Written> committed,
        List<Written> aborted,
        GroupOffsets offsets,
        Tables tables,
        List<Movement> movements,
        List<Replayed> replays,
        Statuses statuses) {

    public History {
        committed = List.copyOf(committed);
        aborted = List.copyOf(aborted);
        movements = List.copyOf(movements);
        replays = List.copyOf(replays);
    }

    Stream<Written> on(String topic) {
        return committed.stream().filter(record -> record.place().topic().equals(topic));
    }

    /// The order events that count: of several copies of an event the first.
    List<Written> orderEvents() {
        var seen = new HashSet<>();
        return on(Topics.ORDERS).filter(record -> seen.add(record.id())).toList();
    }

    /// The placements that count, by order.
    Map<UUID, Written> placed() {
        var placed = new LinkedHashMap<UUID, Written>();
        orderEvents().stream()
                .filter(record -> record.data() instanceof OrderPlaced)
                .forEach(record -> placed.putIfAbsent(record.order(), record));
        return placed;
    }

    /// The cancellations that count, by order.
    Map<UUID, Written> cancelled() {
        var cancelled = new LinkedHashMap<UUID, Written>();
        orderEvents().stream()
                .filter(record -> record.data() instanceof OrderCancelled)
                .forEach(record -> cancelled.putIfAbsent(record.order(), record));
        return cancelled;
    }

    /// What was told of each order's money.
    Map<UUID, List<Written>> outcomes() {
        return on(Topics.PAYMENTS).collect(groupingBy(Written::order));
    }

    /// The records of events that failed, whether they were tried again or not.
    Stream<Written> failures() {
        return Stream.concat(retries(), deadLetters());
    }

    Stream<Written> retries() {
        return hops().filter(record -> !record.labels().isDiscard());
    }

    Stream<Written> discards() {
        return hops().filter(record -> record.labels().isDiscard());
    }

    Stream<Written> deadLetters() {
        return on(SuiteTopics.DEAD_LETTERS);
    }

    /// The orders that a dead letter of theirs was given up of, or was corrected.
    Set<UUID> changedByOperators() {
        var orders = new HashSet<UUID>();
        discards().map(Written::order).forEach(orders::add);
        on(Topics.ORDERS)
                .filter(record -> record.labels().replayOf() != null)
                .map(Written::order)
                .forEach(orders::add);
        return orders;
    }

    private Stream<Written> hops() {
        return committed.stream()
                .filter(record -> SuiteTopics.RETRIES.contains(record.place().topic()));
    }
}
