package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.books.Audit;
import dev.kafkaorders.localstack.books.Booked;
import dev.kafkaorders.localstack.books.Settled;
import dev.kafkaorders.localstack.books.Told;
import dev.kafkaorders.localstack.books.Unsettled;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Conservation: each order that is in the log is captured, declined, being retried, dead, or given
/// up, in exactly one of these places by the topics as by the database. Counted as the tour counts.
final class BooksBalance implements Auditor {

    @Override
    public String promise() {
        return "The books balance: every accepted order is in exactly one place";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        // What was acknowledged and isn't there is the matter of AcknowledgedIsKept.
        var audit =
                Audit.of(Set.of(), told(history), booked(history.tables()), redelivered(history));
        audit.orders()
                .forEach((verdict, orders) -> {
                    if (verdict.isViolation()) {
                        orders.forEach(order -> findings.add("%s: %s", order, verdict.words()));
                    }
                });
        return findings.verdict("%s", audit.line());
    }

    private static Told told(History history) {
        return new Told(
                history.placed().keySet(),
                history.on(Topics.PAYMENTS)
                        .filter(record -> settled(record).isPresent())
                        .collect(
                                groupingBy(
                                        Written::order,
                                        mapping(r -> settled(r).orElseThrow(), toSet()))),
                ids(history.retries()),
                ids(history.deadLetters()),
                history.on(Topics.ORDERS).flatMap(BooksBalance::broughtBack).collect(toSet()),
                history.discards().map(Written::order).collect(toSet()));
    }

    private static Set<EventId> ids(Stream<Written> records) {
        return records.map(Written::id).collect(toSet());
    }

    private static Stream<EventId> broughtBack(Written record) {
        return record.labels().replay() == null
                ? Stream.empty()
                : Stream.of(record.id(), record.labels().replayOf()).filter(Objects::nonNull);
    }

    private static Optional<Settled> settled(Written outcome) {
        return switch (outcome.data()) {
            case PaymentCaptured captured ->
                    Optional.of(new Settled.Captured(captured.gatewayReference()));
            case PaymentDeclined _ -> Optional.of(new Settled.Declined());
            case Object _ -> Optional.empty();
        };
    }

    private static Booked booked(Tables tables) {
        Map<UUID, Settled> settled =
                tables.payments().stream()
                        .filter(row -> row.status() != PaymentRow.Status.CANCELLED)
                        .collect(toMap(PaymentRow::order, BooksBalance::settled));
        Map<EventId, Unsettled> unsettled =
                tables.inbox().stream()
                        .filter(row -> !row.isSettled())
                        .collect(
                                toMap(
                                        InboxRow::event,
                                        row -> Unsettled.valueOf(row.state().name())));
        return new Booked(settled, unsettled);
    }

    private static Settled settled(PaymentRow row) {
        return row.reference() == null
                ? new Settled.Declined()
                : new Settled.Captured(row.reference());
    }

    private static long redelivered(History history) {
        return history.tables().inbox().stream().mapToLong(row -> row.deliveries() - 1L).sum();
    }
}
