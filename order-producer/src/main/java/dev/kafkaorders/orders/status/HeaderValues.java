package dev.kafkaorders.orders.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/// Reads headers that anybody may have written: what is missing or makes no sense is empty, and
/// text is cut to what a timeline has room for.
record HeaderValues(Headers headers) {

    private static final int LONGEST_TEXT = 200;

    Optional<String> text(String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> header.value())
                .map(bytes -> cut(new String(bytes, UTF_8)));
    }

    /// What payment-consumer says went wrong.
    Optional<String> failure() {
        return text(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
    }

    /// A number in decimal digits.
    Optional<Integer> digits(String name) {
        return text(name).filter(digits -> digits.matches("\\d{1,9}")).map(Integer::parseInt);
    }

    Optional<Instant> time(String name) {
        try {
            return text(name).map(Instant::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    static Optional<UUID> uuid(byte @Nullable [] key) {
        try {
            return Optional.ofNullable(key).map(bytes -> UUID.fromString(new String(bytes, UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
