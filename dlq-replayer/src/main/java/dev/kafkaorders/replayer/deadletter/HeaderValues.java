package dev.kafkaorders.replayer.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        try {
            return text(name).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
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

    Optional<Integer> fourBytes(String name) {
        return bytes(name)
                .filter(bytes -> bytes.length == Integer.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getInt());
    }

    Optional<Long> eightBytes(String name) {
        return bytes(name)
                .filter(bytes -> bytes.length == Long.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    private Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> header.value());
    }
}
