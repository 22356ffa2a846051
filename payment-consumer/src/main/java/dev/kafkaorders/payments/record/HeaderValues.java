package dev.kafkaorders.payments.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/// Reads headers that anybody may have written: what is missing or makes no sense is empty.
record HeaderValues(Headers headers) {

    Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, UTF_8));
    }

    Optional<UUID> uuid(String name) {
        return text(name).flatMap(HeaderValues::uuidOf);
    }

    Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// A number in decimal digits.
    Optional<Integer> digits(String name) {
        return text(name).filter(digits -> digits.matches("\\d{1,9}")).map(Integer::parseInt);
    }

    /// A number of eight bytes, as spring-kafka writes offsets and timestamps.
    Optional<Long> eightBytes(String name) {
        try {
            return bytes(name).map(bytes -> ByteBuffer.wrap(bytes).getLong());
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    static Optional<UUID> uuidOf(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> header.value());
    }
}
