package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.groupingBy;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By the gateway's own books: an order is charged once at most and refunded once at most, and
/// payment-consumer's books know of both.
final class ChargedOnce implements Auditor {

    @Override
    public String promise() {
        return "An order is charged at most once, and refunded at most once";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var charges = movements(history, Movement.Kind.CHARGE);
        var refunds = movements(history, Movement.Kind.REFUND);
        var rows = history.tables().orders();
        var events = history.tables().events();
        charges.forEach((order, moved) -> {
            once(order, "charged", moved, findings);
            var event = events.get(EventId.of(order, EventType.ORDER_PLACED));
            var row = rows.get(order);
            // Until the event is settled, the answer may have been lost, and is asked for again.
            if (event != null && event.isSettled()) {
                known(order, row == null ? null : row.reference(), moved, findings);
            }
        });
        refunds.forEach((order, moved) -> once(order, "refunded", moved, findings));
        for (var row : history.tables().payments()) {
            backed(row.order(), row.reference(), charges, findings);
            backed(row.order(), row.refundReference(), refunds, findings);
        }
        return findings.verdict("%d orders charged, %d refunded", charges.size(), refunds.size());
    }

    private static void once(UUID order, String done, List<Movement> moved, Findings findings) {
        findings.unless(
                moved.size() <= 1,
                "%s was %s %d times: %s",
                order,
                done,
                moved.size(),
                moved.stream().map(Movement::reference).toList());
    }

    private static void known(
            UUID order, @Nullable String reference, List<Movement> moved, Findings findings) {
        findings.unless(
                moved.stream().anyMatch(m -> m.reference().equals(reference)),
                "%s was charged as %s, and the database says %s",
                order,
                moved.getFirst().reference(),
                reference);
    }

    private static void backed(
            UUID order,
            @Nullable String reference,
            Map<UUID, List<Movement>> moved,
            Findings findings) {
        findings.unless(
                reference == null
                        || moved.getOrDefault(order, List.of()).stream()
                                .anyMatch(movement -> movement.reference().equals(reference)),
                "%s has %s in the database, and the gateway never moved it",
                order,
                reference);
    }

    /// By order; a gateway that was not told the order is asked by the event.
    private static Map<UUID, List<Movement>> movements(History history, Movement.Kind kind) {
        var orders = new HashMap<String, UUID>();
        history.orderEvents().forEach(e -> orders.put(e.id().toString(), e.order()));
        return history.movements().stream()
                .filter(movement -> movement.kind() == kind)
                .collect(
                        groupingBy(movement ->
                                Objects.requireNonNullElseGet(
                                        movement.order(),
                                        () ->
                                                orders.getOrDefault(
                                                        movement.idempotencyKey(),
                                                        new UUID(0, 0)))));
    }
}
