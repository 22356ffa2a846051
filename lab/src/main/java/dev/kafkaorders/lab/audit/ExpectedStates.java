package dev.kafkaorders.lab.audit;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentDeclined;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What is to be told of an order, worked out from all that the topics hold of it; by other code
/// than order-producer's, so that both would have to be wrong alike.
///
/// Outcomes have the last word. Without one, the furthest record of the event counts that is next:
/// by how often it was brought back, then tried, then dead.
final class ExpectedStates {

    private static final Comparator<Written> FURTHEST =
            comparingInt((Written record) -> record.labels().replayCount())
                    .thenComparingInt(ExpectedStates::stage)
                    .thenComparingInt(record -> record.labels().attempts());

    private final Map<UUID, List<Written>> records;

    private ExpectedStates(Map<UUID, List<Written>> records) {
        this.records = records;
    }

    static ExpectedStates of(History history) {
        return new ExpectedStates(history.committed().stream().collect(groupingBy(Written::order)));
    }

    String of(UUID order) {
        var all = records.getOrDefault(order, List.of());
        if (all.stream().anyMatch(record -> is(record, EventType.PAYMENT_REFUNDED))) {
            return "REFUNDED";
        }
        var refund = furthest(all, EventType.ORDER_CANCELLED);
        if (all.stream().anyMatch(record -> is(record, EventType.PAYMENT_CAPTURED))) {
            return refund.map(record -> waiting(record).orElse("CANCELLED")).orElse("CAPTURED");
        }
        var declined = declined(all);
        if (declined.isPresent()) {
            var asCancelled = declined.get().reason().equals("order_cancelled");
            return refund.isPresent() && asCancelled ? "CANCELLED" : "DECLINED";
        }
        return furthest(all, EventType.ORDER_PLACED)
                .flatMap(ExpectedStates::waiting)
                .orElse(refund.isPresent() ? "CANCELLED" : "PLACED");
    }

    private static Optional<Written> furthest(List<Written> records, EventType type) {
        return records.stream().filter(record -> is(record, type)).max(FURTHEST);
    }

    private static Optional<PaymentDeclined> declined(List<Written> records) {
        return records.stream()
                .map(Written::data)
                .flatMap(data ->
                        data instanceof PaymentDeclined declined
                                ? Stream.of(declined)
                                : Stream.empty())
                .findFirst();
    }

    /// Empty for an event that was written and nothing else yet.
    private static Optional<String> waiting(Written record) {
        return switch (stage(record)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("RETRYING");
            default -> Optional.of("DEAD_LETTERED");
        };
    }

    private static int stage(Written record) {
        var topic = record.place().topic();
        if (SuiteTopics.RETRIES.contains(topic)) {
            return record.labels().isDiscard() ? 3 : 1;
        }
        return topic.equals(SuiteTopics.DEAD_LETTERS) ? 2 : 0;
    }

    private static boolean is(Written record, EventType type) {
        return record.event().type() == type;
    }
}
