package dev.kafkaorders.payments.record;

import static java.util.stream.Collectors.toUnmodifiableList;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_OFFSET;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TOPIC;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
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

    private static final Pattern TOPIC_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final Set<String> TIMESTAMP_TYPES =
            Set.of(TimestampType.CREATE_TIME.name, TimestampType.LOG_APPEND_TIME.name);

    public Original {
        headers = List.copyOf(headers);
    }

    /// What was first written, from a record that may have gone through retry topics. These keep
    /// its partition.
    public static Original of(ConsumerRecord<byte[], byte[]> record) {
        // Not `toList`, of which `copyOf` would make another: it may hold nulls.
        var headers =
                Stream.of(record.headers().toArray())
                        .filter(FailureHeaders::isForeign)
                        .collect(toUnmodifiableList());
        var values = new HeaderValues(record.headers());
        var position =
                new Position(
                        values.text(DLT_ORIGINAL_TOPIC)
                                .filter(topic -> TOPIC_NAME.matcher(topic).matches())
                                .orElse(record.topic()),
                        record.partition(),
                        values.eightBytes(DLT_ORIGINAL_OFFSET).orElse(record.offset()));
        return new Original(
                position,
                values.eightBytes(DLT_ORIGINAL_TIMESTAMP).orElse(record.timestamp()),
                values.text(DLT_ORIGINAL_TIMESTAMP_TYPE)
                        .filter(TIMESTAMP_TYPES::contains)
                        .orElse(record.timestampType().name),
                record.key(),
                record.value(),
                headers);
    }
}
