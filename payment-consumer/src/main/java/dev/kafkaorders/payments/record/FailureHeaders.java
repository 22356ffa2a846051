package dev.kafkaorders.payments.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_FQCN;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_MESSAGE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_EXCEPTION_STACKTRACE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_OFFSET;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_PARTITION;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE;
import static org.springframework.kafka.support.KafkaHeaders.DLT_ORIGINAL_TOPIC;

import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.payments.failure.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// The headers that say what went wrong with a record: spring-kafka's `kafka_dlt-…`, so that other
/// tools read them, and those of [RetryHeaders].
///
/// They are added to the record as it was first written, so they replace those of the failure
/// before, and each is cut: a record that went round 50 times is as large as after the first.
public final class FailureHeaders {

    /// More than all of them take together, names included.
    public static final int MOST_BYTES = 16 * 1024;

    private static final String SPRING = "kafka_dlt-";
    private static final Set<String> OURS =
            Set.of(
                    RetryHeaders.ATTEMPTS,
                    RetryHeaders.DUE,
                    RetryHeaders.FIRST_FAILURE,
                    // In a retry topic it would give up the record that it was carried along with.
                    ReplayHeaders.DISCARDED);
    private static final int LONGEST_TEXT = 1024;
    private static final int LONGEST_STACK_TRACE = 4096;

    private FailureHeaders() {}

    /// Whether a header has nothing to do with failures.
    static boolean isForeign(Header header) {
        return !header.key().startsWith(SPRING) && !OURS.contains(header.key());
    }

    /// Whether somebody has copied the record from a retry topic or a dead-letter topic, headers
    /// and all.
    static boolean isCopyOfFailed(Headers headers) {
        return headers.lastHeader(DLT_ORIGINAL_OFFSET) != null;
    }

    /// All headers of a record that failed: its own and those about the failure.
    public static Headers of(Original original, String consumerGroup, Failed failed) {
        var headers = new RecordHeaders(original.headers());
        var position = original.position();
        add(headers, DLT_ORIGINAL_TOPIC, position.topic());
        headers.add(DLT_ORIGINAL_PARTITION, bytes(position.partition()));
        headers.add(DLT_ORIGINAL_OFFSET, bytes(position.offset()));
        headers.add(DLT_ORIGINAL_TIMESTAMP, bytes(original.timestamp()));
        add(headers, DLT_ORIGINAL_TIMESTAMP_TYPE, original.timestampType());
        add(headers, DLT_ORIGINAL_CONSUMER_GROUP, consumerGroup);
        addReason(headers, failed.failure());
        add(headers, RetryHeaders.ATTEMPTS, Integer.toString(failed.attempts()));
        add(headers, RetryHeaders.FIRST_FAILURE, failed.firstFailure().toString());
        return headers;
    }

    /// What the headers of a failed record say about the failure.
    public static Told read(Iterable<Header> headers) {
        var values = new HeaderValues(new RecordHeaders(headers));
        return new Told(
                values.digits(RetryHeaders.ATTEMPTS).orElse(0),
                kind(values.text(DLT_EXCEPTION_FQCN).orElse("")),
                values.text(DLT_EXCEPTION_MESSAGE).orElse(""));
    }

    private static String kind(String className) {
        return Stream.of(Failure.class.getPermittedSubclasses())
                .filter(failure -> failure.getName().equals(className))
                .findFirst()
                .<Class<?>>map(failure -> failure)
                .orElse(Failure.Bug.class)
                .getSimpleName();
    }

    private static void addReason(Headers headers, Failure failure) {
        switch (failure) {
            case Failure.Bug(var exception) -> {
                add(headers, DLT_EXCEPTION_FQCN, exception.getClass().getName());
                var cause = exception.getCause();
                if (cause != null) {
                    add(headers, DLT_EXCEPTION_CAUSE_FQCN, cause.getClass().getName());
                }
                add(headers, DLT_EXCEPTION_MESSAGE, String.valueOf(exception.getMessage()));
                add(headers, DLT_EXCEPTION_STACKTRACE, stackTrace(exception), LONGEST_STACK_TRACE);
            }
            case Failure expected -> {
                // Nothing was thrown: what kind of failure it was stands where tools look for it.
                add(headers, DLT_EXCEPTION_FQCN, expected.getClass().getName());
                add(headers, DLT_EXCEPTION_MESSAGE, expected.message());
            }
        }
    }

    private static String stackTrace(Exception exception) {
        var text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void add(Headers headers, String name, String value) {
        add(headers, name, value, LONGEST_TEXT);
    }

    private static void add(Headers headers, String name, String value, int longest) {
        headers.add(name, Utf8.cut(value, longest).getBytes(UTF_8));
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /// What is left of a [Failed] in the headers.
    ///
    /// @param kind which [Failure] it was
    public record Told(int attempts, String kind, String reason) {}
}
