package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.RetryHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/// What the headers of a record in a retry topic or in the dead-letter topic say of its failure.
/// The names are spring-kafka's and those of [RetryHeaders].
record FailureNote(Headers headers) {
    private static final String PARTITION = "kafka_dlt-original-partition";
    private static final String OFFSET = "kafka_dlt-original-offset";
    private static final String MESSAGE = "kafka_dlt-exception-message";

    /// spring-kafka writes these as four or eight bytes.
    private static final Set<String> NUMBERS = Set.of(PARTITION, OFFSET);

    private static final List<String> TELLING =
            List.of(
                    EventHeaders.ID,
                    "kafka_dlt-original-topic",
                    PARTITION,
                    OFFSET,
                    "kafka_dlt-exception-fqcn",
                    MESSAGE,
                    RetryHeaders.ATTEMPTS,
                    RetryHeaders.FIRST_FAILURE);

    String message() {
        return value(MESSAGE);
    }

    int attempts() {
        return Integer.parseInt(value(RetryHeaders.ATTEMPTS));
    }

    Instant firstFailure() {
        return Instant.parse(value(RetryHeaders.FIRST_FAILURE));
    }

    Instant due() {
        return Instant.parse(value(RetryHeaders.DUE));
    }

    /// Names and values of the headers that a person looks at first.
    Map<String, String> telling() {
        var telling = new LinkedHashMap<String, String>();
        TELLING.forEach(name -> telling.put(name, value(name)));
        return telling;
    }

    private String value(String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new BrokenPromise("a record without the header " + name);
        }
        return NUMBERS.contains(name) ? number(header.value()) : new String(header.value(), UTF_8);
    }

    private static String number(byte[] value) {
        var bytes = ByteBuffer.wrap(value);
        return Long.toString(value.length == Integer.BYTES ? bytes.getInt() : bytes.getLong());
    }
}
