package dev.kafkaorders.events;

import java.util.UUID;

/// A fact about one order. What travels through Kafka is an [Event], which adds the identity, the
/// source and the time.
///
/// Records refuse nonsense in their constructors, so that whatever is read from a topic is either a
/// valid event or told as [Decoded.Malformed].
public sealed interface DomainEvent permits OrderEvent, PaymentEvent {

    /// The order that the fact is about; the record's key on every topic, so that an order's events
    /// stay in order.
    UUID orderId();
}
