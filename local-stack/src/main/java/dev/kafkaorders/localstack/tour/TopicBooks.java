package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.books.Settled;
import dev.kafkaorders.localstack.books.Told;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Gathers what the topics say, entry by entry.
final class TopicBooks {
    private final Set<UUID> placed = new HashSet<>();
    private final Map<UUID, Set<Settled>> outcomes = new HashMap<>();
    private final Set<EventId> retried = new HashSet<>();
    private final Set<EventId> dead = new HashSet<>();
    private final Set<EventId> replayed = new HashSet<>();
    private final Set<UUID> discarded = new HashSet<>();

    /// A view: it grows with what is noted later.
    Told told() {
        return new Told(placed, outcomes, retried, dead, replayed, discarded);
    }

    void note(LogEntry entry) {
        switch (entry.topic()) {
            case Topics.ORDERS -> noteOrder(entry);
            case Topics.PAYMENTS -> noteOutcome(entry);
            case String topic when topic.equals(PaymentTopics.DEAD_LETTERS) ->
                    dead.add(entry.eventId());
            case String topic when PaymentTopics.RETRIES.contains(topic) -> noteRetry(entry);
            case String other -> throw new IllegalArgumentException("not asked for: " + other);
        }
    }

    private void noteOrder(LogEntry entry) {
        if (entry.data() instanceof OrderPlaced order) {
            placed.add(order.orderId());
        }
        if (entry.headers().lastHeader(ReplayHeaders.REPLAY_ID) != null) {
            replayed.add(entry.eventId());
        }
        var corrected = entry.headers().lastHeader(ReplayHeaders.REPLAY_OF);
        if (corrected != null) {
            replayed.add(EventId.parse(new String(corrected.value(), UTF_8)));
        }
    }

    /// A discard comes the same way, with the dead letter's own headers and payload.
    private void noteRetry(LogEntry entry) {
        if (entry.headers().lastHeader(ReplayHeaders.DISCARDED) == null) {
            retried.add(entry.eventId());
        } else if (entry.data() instanceof OrderPlaced order) {
            discarded.add(order.orderId());
        }
    }

    private void noteOutcome(LogEntry entry) {
        switch (entry.data()) {
            case PaymentCaptured captured ->
                    noteOutcome(entry, new Settled.Captured(captured.gatewayReference()));
            case PaymentDeclined _ -> noteOutcome(entry, new Settled.Declined());
            // They change nothing about whether the order was accepted and charged.
            case OrderPlaced _, OrderCancelled _, PaymentRefunded _ -> {}
        }
    }

    private void noteOutcome(LogEntry entry, Settled settled) {
        outcomes.computeIfAbsent(entry.orderId(), _ -> new HashSet<>()).add(settled);
    }
}
