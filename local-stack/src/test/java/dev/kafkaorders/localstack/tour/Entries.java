package dev.kafkaorders.localstack.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// What stands in the topics about one order, at times in milliseconds since [#START].
final class Entries {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final UUID ORDER = new UUID(0, 1);

    private static final Money PRICE = new Money(1999, Currency.getInstance("EUR"));
    private static final OrderPlaced PLACED =
            new OrderPlaced(
                    ORDER,
                    "c-1",
                    List.of(new OrderLine("BOOK-1", 1, PRICE)),
                    PRICE,
                    "pm_ok",
                    "web");

    private Entries() {}

    static LogEntry placed(long millis) {
        return entry(Topics.ORDERS, millis, Map.of(), PLACED);
    }

    static LogEntry placed(long millis, Map<String, String> headers) {
        return entry(Topics.ORDERS, millis, headers, PLACED);
    }

    static LogEntry cancelled(long millis) {
        return entry(Topics.ORDERS, millis, Map.of(), new OrderCancelled(ORDER, "mistake"));
    }

    static LogEntry captured(long millis) {
        return entry(Topics.PAYMENTS, millis, Map.of(), new PaymentCaptured(ORDER, PRICE, "ch_1"));
    }

    static LogEntry deadLetter(long millis) {
        return entry(PaymentTopics.DEAD_LETTERS, millis, Map.of(), PLACED);
    }

    /// The order's record in the retry topic for that attempt.
    static LogEntry retry(int attempt, long millis, long firstFailure, long due) {
        return entry(
                PaymentTopics.RETRIES.get(attempt - 1),
                millis,
                Map.of(
                        "retry-attempts", Integer.toString(attempt),
                        "retry-first-failure", START.plusMillis(firstFailure).toString(),
                        "retry-due", START.plusMillis(due).plusNanos(999_999).toString(),
                        "kafka_dlt-exception-message", "no answer"),
                PLACED);
    }

    static LogEntry discard(long millis) {
        return entry(
                PaymentTopics.RETRIES.getFirst(),
                millis,
                Map.of(ReplayHeaders.DISCARDED, "a test order"),
                PLACED);
    }

    private static LogEntry entry(
            String topic, long millis, Map<String, String> headers, DomainEvent data) {
        var written = START.plusMillis(millis);
        var recordHeaders = new RecordHeaders();
        headers.forEach((name, value) -> recordHeaders.add(name, value.getBytes(UTF_8)));
        return new LogEntry(topic, written, recordHeaders, Event.of("/tests", written, data));
    }
}
