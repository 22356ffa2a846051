package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.NameBasedUuid;
import dev.kafkaorders.events.ReplayHeaders;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A repaired event that takes the place of a dead one.
///
/// @param id names this correction
/// @param topic where it goes
@SuppressWarnings("ArrayRecordComponent") // Bytes are what a record consists of; not compared.
record Correction(UUID id, DeadLetter letter, String topic, byte[] payload, String by) {

    Correction(DeadLetter letter, String topic, byte[] payload, String by) {
        this(UUID.randomUUID(), letter, topic, payload, by);
    }

    CorrectionResult.Corrected result() {
        return new CorrectionResult.Corrected(id, eventId(), letter.eventId(), topic);
    }

    private EventId eventId() {
        var name = "corrected " + new String(payload, UTF_8);
        return new EventId(NameBasedUuid.of(letter.eventId().value(), name));
    }

    ProducerRecord<byte[], byte[]> record(int replayCount) {
        var record =
                new ProducerRecord<byte[], byte[]>(
                        topic,
                        letter.originPartition(),
                        letter.keyBytes(),
                        payload,
                        letter.ownHeaders());
        replace(record, EventHeaders.ID, eventId().toString());
        replace(record, ReplayHeaders.REPLAY_OF, letter.eventId().toString());
        replace(record, ReplayHeaders.REPLAY_ID, id.toString());
        replace(record, ReplayHeaders.REPLAY_COUNT, Integer.toString(replayCount));
        return record;
    }

    private static void replace(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().remove(name).add(name, value.getBytes(UTF_8));
    }
}
