package dev.kafkaorders.payments.record;

import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_OFFSET;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_PARTITION;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TOPIC;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// A record as it was first written, whichever topics it has gone through since.
///
/// @param position where it was first written
/// @param timestamp in milliseconds since 1970-01-01 UTC
/// @param timestampType `CreateTime` or `LogAppendTime`
/// @param headers its own, without any that tell of failures
@SuppressWarnings("ArrayRecordComponent") // Bytes are what a record consists of; never compared.
public record Original(
        Position position,
        long timestamp,
        String timestampType,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    public Original {
        headers = List.copyOf(headers);
    }

    /// What was first written, from a record that may have gone through retry topics.
    public static Original of(ConsumerRecord<byte[], byte[]> record) {
        var headers =
                Stream.of(record.headers().toArray()).filter(FailureHeaders::isForeign).toList();
        return new Original(
                position(record),
                number(record.headers(), DLT_ORIGINAL_TIMESTAMP, record.timestamp()),
                text(record.headers(), DLT_ORIGINAL_TIMESTAMP_TYPE, record.timestampType().name),
                record.key(),
                record.value(),
                headers);
    }

    private static Position position(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        return new Position(
                text(headers, DLT_ORIGINAL_TOPIC, record.topic()),
                (int) number(headers, DLT_ORIGINAL_PARTITION, record.partition()),
                number(headers, DLT_ORIGINAL_OFFSET, record.offset()));
    }

    private static String text(Headers headers, String name, String otherwise) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// Four or eight bytes, as spring-kafka writes numbers.
    private static long number(Headers headers, String name, long otherwise) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return otherwise;
        }
        try {
            var bytes = ByteBuffer.wrap(header.value());
            return bytes.remaining() == Integer.BYTES ? bytes.getInt() : bytes.getLong();
        } catch (BufferUnderflowException _) {
            return otherwise;
        }
    }
}
