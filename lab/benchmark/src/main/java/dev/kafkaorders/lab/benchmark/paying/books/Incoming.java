package dev.kafkaorders.lab.benchmark.paying.books;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderPlaced;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// An order that was read.
///
/// @param record what it was read from
/// @param failedAttempts how often it was tried in vain
public record Incoming(
        EventId eventId,
        OrderPlaced order,
        ConsumerRecord<byte[], byte[]> record,
        int failedAttempts) {
    private static final EventReader READER = new EventReader();

    /// Reads it.
    ///
    /// @throws IllegalArgumentException when it is none: the benchmark's topic has nothing else
    public static Incoming of(ConsumerRecord<byte[], byte[]> record, int failedAttempts) {
        if (READER.read(record.headers(), record.value()) instanceof Decoded.Known(var event)
                && event.data() instanceof OrderPlaced order) {
            return new Incoming(event.id(), order, record, failedAttempts);
        }
        throw new IllegalArgumentException("no order in " + record.topic());
    }
}
