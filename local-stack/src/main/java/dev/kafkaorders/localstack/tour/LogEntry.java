package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/// A committed record that holds an event.
///
/// @param written when, by the clock of who wrote it
record LogEntry(String topic, Instant written, Headers headers, Event<?> event) {

    EventId eventId() {
        return event.id();
    }

    DomainEvent data() {
        return event.data();
    }

    UUID orderId() {
        return data().orderId();
    }
}
