package dev.kafkaorders.payments.inbox;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/// An event that was handled.
///
/// @param partition where it came from first
/// @param offset where it came from first
/// @param outcome what is told about it, now and whenever it comes again
/// @param deliveries how often it has come
public record InboxEntry(
        EventId eventId,
        UUID orderId,
        TopicPartition partition,
        long offset,
        Optional<Event<PaymentEvent>> outcome,
        int deliveries) {}
