package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import java.time.Instant;
import java.util.UUID;

/// A record that holds an event.
///
/// @param time when it was written, by its writer's clock, in whole milliseconds
public record Written(Place place, Instant time, Event<?> event, Labels labels) {

    EventId id() {
        return event.id();
    }

    DomainEvent data() {
        return event.data();
    }

    UUID order() {
        return data().orderId();
    }
}
