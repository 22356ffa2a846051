package dev.kafkaorders.lab.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.lab.audit.Labels;
import dev.kafkaorders.lab.audit.Place;
import dev.kafkaorders.lab.audit.Written;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Makes evidence of records. Most of the headers are dropped: a long run has a million records.
final class EventRecord {
    private static final String ORIGINAL_TOPIC = "kafka_dlt-original-topic";
    private static final String ORIGINAL_PARTITION = "kafka_dlt-original-partition";
    private static final String ORIGINAL_OFFSET = "kafka_dlt-original-offset";

    private final EventReader reader = new EventReader();

    /// Empty for a record that holds no event.
    Optional<Written> read(ConsumerRecord<byte[], byte[]> record) {
        return reader.read(record.headers(), record.value()) instanceof Decoded.Known(var event)
                ? Optional.of(
                        new Written(
                                place(record),
                                Instant.ofEpochMilli(record.timestamp()),
                                event,
                                labels(record.headers())))
                : Optional.empty();
    }

    static Place place(ConsumerRecord<?, ?> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    private static Labels labels(Headers headers) {
        var labels =
                new Labels(
                        text(headers, RetryHeaders.ATTEMPTS).map(Integer::parseInt).orElse(0),
                        text(headers, RetryHeaders.DUE).map(Instant::parse).orElse(null),
                        origin(headers),
                        text(headers, ReplayHeaders.REPLAY_ID).map(UUID::fromString).orElse(null),
                        text(headers, ReplayHeaders.REPLAY_COUNT).map(Integer::parseInt).orElse(0),
                        text(headers, ReplayHeaders.REPLAY_OF).map(EventId::parse).orElse(null),
                        text(headers, ReplayHeaders.DISCARDED).isPresent());
        return labels.equals(Labels.NONE) ? Labels.NONE : labels;
    }

    private static @Nullable Place origin(Headers headers) {
        var topic = text(headers, ORIGINAL_TOPIC);
        var partition = headers.lastHeader(ORIGINAL_PARTITION);
        var offset = headers.lastHeader(ORIGINAL_OFFSET);
        return topic.isEmpty() || partition == null || offset == null
                ? null
                : new Place(
                        topic.get(),
                        ByteBuffer.wrap(partition.value()).getInt(),
                        ByteBuffer.wrap(offset.value()).getLong());
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> new String(header.value(), UTF_8));
    }
}
