package dev.kafkaorders.payments.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.payments.failure.Failure;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

class FailureHeadersTests {

    private static final byte[] KEY = {1, 2, 3};
    private static final byte[] VALUE = {4, 5};
    private static final Failure BUG =
            new Failure.Bug(
                    new IllegalStateException(
                            "ß".repeat(5_000), new IllegalArgumentException("the cause")));

    private final Headers own =
            new RecordHeaders().add("ce_id", new byte[] {7}).add("ce_id", null).add("x", VALUE);
    private final ConsumerRecord<byte[], byte[]> first = record("orders", 3, 42, own);

    @Test
    void keepsTheRecordsOwnHeadersAsTheyWere() {
        assertThat(failed(first, BUG).toArray()).startsWith(own.toArray());
    }

    @Test
    void saysWhereTheRecordCameFromAsSpringKafkaWould() {
        var headers = failed(first, BUG);
        assertThat(text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo("orders");
        assertThat(bytes(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION).getInt()).isEqualTo(3);
        assertThat(bytes(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET).getLong()).isEqualTo(42);
        assertThat(bytes(headers, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP).getLong()).isEqualTo(1_000);
        assertThat(text(headers, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE)).isEqualTo("CreateTime");
        assertThat(text(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP)).isEqualTo("group");
    }

    @Test
    void saysWhatABugWasWithItsStackTraceCut() {
        var headers = failed(first, BUG);
        assertThat(text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(text(headers, KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN))
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).matches("ß{512}");
        assertThat(bytes(headers, KafkaHeaders.DLT_EXCEPTION_STACKTRACE).remaining())
                .isBetween(4_094, 4_096);
    }

    @Test
    void saysWhatKindOfFailureItWasWhereNothingWasThrown() {
        var headers = failed(first, new Failure.GatewayRefused("never"));
        assertThat(text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .isEqualTo(Failure.GatewayRefused.class.getName());
        assertThat(text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).isEqualTo("never");
        assertThat(headers.lastHeader(KafkaHeaders.DLT_EXCEPTION_STACKTRACE)).isNull();
    }

    @Test
    void growsNoBiggerWhenARecordGoesRound50Times() {
        var record = record("group.retry.1s", 3, 0, failed(first, BUG));
        var sizeOnce = size(record.headers());
        for (var round : IntStream.rangeClosed(1, 50).toArray()) {
            record = record("group.retry.1s", 3, round, failed(record, BUG));
        }
        assertThat(size(record.headers())).isEqualTo(sizeOnce);
        assertThat(Original.of(record).position()).isEqualTo(new Position("orders", 3, 42));
    }

    @Test
    void tellsTheNextDeadLetterHowOftenItsEventWasReplayed() {
        own.add(ReplayHeaders.REPLAY_COUNT, "2".getBytes(UTF_8));
        var retried = record("group.retry.1s", 3, 0, failed(first, BUG));
        assertThat(text(failed(retried, BUG), ReplayHeaders.REPLAY_COUNT)).isEqualTo("2");
    }

    @Test
    void findsAgainWhatWasFirstWritten() {
        var again = Original.of(record("group.retry.1s", 3, 9, failed(first, BUG)));
        assertThat(again.position()).isEqualTo(new Position("orders", 3, 42));
        assertThat(again.timestamp()).isEqualTo(1_000);
        assertThat(again.key()).isEqualTo(KEY);
        assertThat(again.value()).isEqualTo(VALUE);
        assertThat(again.headers()).containsExactly(own.toArray());
    }

    @Test
    void believesNoHeaderThatMakesNoSense() {
        var strange =
                new RecordHeaders()
                        .add(KafkaHeaders.DLT_ORIGINAL_TOPIC, new byte[] {0})
                        .add(KafkaHeaders.DLT_ORIGINAL_PARTITION, new byte[] {-1, -1, -1, -1})
                        .add(KafkaHeaders.DLT_ORIGINAL_OFFSET, new byte[] {1})
                        .add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, null)
                        .add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE, new byte[] {0});
        var original = Original.of(record("orders", 3, 42, strange));
        assertThat(original.position()).isEqualTo(new Position("orders", 3, 42));
        assertThat(original.timestamp()).isEqualTo(1_000);
        assertThat(original.timestampType()).isEqualTo("CreateTime");
    }

    @Test
    void heedsNoDelayAndNoDiscardWhereEventsAreFirstWritten() {
        var copied =
                new RecordHeaders()
                        .add(RetryHeaders.DUE, "9999-01-01T00:00:00Z".getBytes(UTF_8))
                        .add(RetryHeaders.ATTEMPTS, "3".getBytes(UTF_8))
                        .add(ReplayHeaders.DISCARDED, "no".getBytes(UTF_8));
        var record = record("orders", 3, 42, copied);
        var reader = new DeliveryReader();
        assertThat(reader.due(record)).isEmpty();
        assertThat(reader.read(record).attempts()).isZero();
        assertThat(reader.read(record).content()).isInstanceOf(Content.Unreadable.class);
    }

    /// In a retry topic it would give the order up.
    @Test
    void carriesNoDiscardIntoARetryTopic() {
        own.add(ReplayHeaders.DISCARDED, "no".getBytes(UTF_8));
        var retried = record("group.retry.1s", 3, 0, failed(first, BUG));
        assertThat(new DeliveryReader().read(retried).content())
                .isInstanceOf(Content.Unreadable.class);
    }

    private static Headers failed(ConsumerRecord<byte[], byte[]> record, Failure failure) {
        var headers =
                FailureHeaders.of(
                        Original.of(record), "group", new Failed(1, Instant.EPOCH, failure));
        return headers.add(RetryHeaders.DUE, "2026-11-24T12:00:00Z".getBytes(UTF_8));
    }

    private static ConsumerRecord<byte[], byte[]> record(
            String topic, int partition, long offset, Headers headers) {
        var timestamp = topic.equals("orders") ? 1_000 : 2_000;
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                KEY.length,
                VALUE.length,
                KEY,
                VALUE,
                headers,
                Optional.empty());
    }

    private static int size(Headers headers) {
        var size = 0;
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static ByteBuffer bytes(Headers headers, String name) {
        return ByteBuffer.wrap(headers.lastHeader(name).value());
    }
}
