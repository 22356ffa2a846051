package dev.kafkaorders.localstack.books;

import dev.kafkaorders.events.EventId;
import java.util.Map;
import java.util.UUID;

/// What the database says.
///
/// @param settled what became of each order that has a payment
/// @param unsettled where the events are that are not dealt with
public record Booked(Map<UUID, Settled> settled, Map<EventId, Unsettled> unsettled) {}
