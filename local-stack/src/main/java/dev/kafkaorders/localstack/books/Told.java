package dev.kafkaorders.localstack.books;

import dev.kafkaorders.events.EventId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What the topics say.
///
/// @param placed orders in `orders`
/// @param outcomes what `payments` says of each order's money; more than one thing is a
///   contradiction
/// @param retried events that wait in a retry topic or did
/// @param dead events in the dead-letter topic
/// @param replayed events that somebody brought back from there
/// @param discarded orders whose dead letter somebody gave up
public record Told(
        Set<UUID> placed,
        Map<UUID, Set<Settled>> outcomes,
        Set<EventId> retried,
        Set<EventId> dead,
        Set<EventId> replayed,
        Set<UUID> discarded) {}
