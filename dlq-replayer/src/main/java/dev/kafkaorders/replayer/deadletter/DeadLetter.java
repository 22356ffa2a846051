package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_FQCN;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_MESSAGE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_STACKTRACE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_OFFSET;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_PARTITION;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TOPIC;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.replayer.ledger.DeadLetterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record of the dead-letter topic. Anybody may have written it: what its headers don't tell, or
/// tell in a way that makes no sense, is missing.
public final class DeadLetter {

    private static final EventReader EVENTS = new EventReader();
    private static final String FAILURE_HEADERS = "kafka_dlt-";
    private static final String RETRY_HEADERS = "retry-";

    private final ConsumerRecord<byte[], byte[]> record;
    private final HeaderValues headers;

    public DeadLetter(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
        this.headers = new HeaderValues(record.headers());
    }

    public DeadLetterId id() {
        return new DeadLetterId(record.partition(), record.offset());
    }

    /// When it died.
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    public byte @Nullable [] keyBytes() {
        return record.key();
    }

    public @Nullable String key() {
        return record.key() == null ? null : new String(record.key(), UTF_8);
    }

    public byte @Nullable [] value() {
        return record.value();
    }

    public Optional<String> originTopic() {
        return headers.text(DLT_ORIGINAL_TOPIC);
    }

    /// The partition that it was first written to; dead letters keep it.
    public int originPartition() {
        return headers.fourBytes(DLT_ORIGINAL_PARTITION)
                .filter(partition -> partition >= 0)
                .orElse(record.partition());
    }

    public Optional<Long> originOffset() {
        return headers.eightBytes(DLT_ORIGINAL_OFFSET);
    }

    public Optional<Instant> originTime() {
        return headers.eightBytes(DLT_ORIGINAL_TIMESTAMP).map(Instant::ofEpochMilli);
    }

    public Optional<String> consumerGroup() {
        return headers.text(DLT_ORIGINAL_CONSUMER_GROUP);
    }

    public Optional<String> exception() {
        return headers.text(DLT_EXCEPTION_FQCN);
    }

    public Optional<String> message() {
        return headers.text(DLT_EXCEPTION_MESSAGE);
    }

    public Optional<String> stackTrace() {
        return headers.text(DLT_EXCEPTION_STACKTRACE);
    }

    public Optional<String> type() {
        return headers.text(EventHeaders.TYPE);
    }

    public Optional<Integer> attempts() {
        return headers.digits(RetryHeaders.ATTEMPTS);
    }

    public Optional<Instant> firstFailure() {
        return headers.time(RetryHeaders.FIRST_FAILURE);
    }

    /// How often the event had been replayed before it died.
    public int replayCount() {
        return headers.digits(ReplayHeaders.REPLAY_COUNT).orElse(0);
    }

    /// What payment-consumer knows the dead event by: the event's id, or where nobody can read one,
    /// what follows from where it was first written.
    public EventId eventId() {
        if (EVENTS.read(record.headers(), record.value())
                instanceof Decoded.Known(Event<?>(var id, var _, var _, OrderEvent _))) {
            return id;
        }
        return headers.uuid(ReplayHeaders.REPLAY_OF)
                .map(EventId::new)
                .orElseGet(() ->
                        EventId.ofUnreadable(
                                originTopic().orElse(record.topic()),
                                record.partition(),
                                originOffset().orElse(record.offset())));
    }

    /// The headers that the record had before anything went wrong with it.
    public List<Header> ownHeaders() {
        return headers()
                .filter(header ->
                        !header.key().startsWith(FAILURE_HEADERS)
                                && !header.key().startsWith(RETRY_HEADERS))
                .toList();
    }

    public Stream<Header> headers() {
        return Stream.of(record.headers().toArray());
    }
}
