package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.PaymentDeclined;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to an order is what would happen if its events were handled one after the other, in
/// the order of the log: also when one of them went through retry topics and came back late.
final class OrderIsKept implements Auditor {

    /// How payment-consumer declines what was cancelled before.
    private static final String CANCELLED = "order_cancelled";

    @Override
    public String promise() {
        return "The events of an order are handled in their order";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var placed = history.placed();
        var cancelled = history.cancelled();
        var outcomes = history.outcomes();
        var events = history.tables().events();
        var changed = history.changedByOperators();
        cancelled.forEach((order, cancellation) -> {
            var placement = placed.get(order);
            // Given up or corrected by an operator, it is out of the way in an order of its own.
            if (placement != null && !changed.contains(order)) {
                var course =
                        new Course(
                                order,
                                outcomes.getOrDefault(order, List.of()),
                                row(events, order, EventType.ORDER_PLACED),
                                row(events, order, EventType.ORDER_CANCELLED));
                if (placement.place().offset() < cancellation.place().offset()) {
                    course.placedFirst(findings);
                } else {
                    course.cancelledFirst(findings);
                }
            }
        });
        outcomes.forEach((order, told) -> refundComesLast(order, told, findings));
        return findings.verdict(
                "%d orders with cancellations, %d with outcomes",
                cancelled.size(), outcomes.size());
    }

    private static void refundComesLast(UUID order, List<Written> told, Findings findings) {
        var types = told.stream().map(record -> record.event().type()).toList();
        var refund = types.indexOf(EventType.PAYMENT_REFUNDED);
        var capture = types.indexOf(EventType.PAYMENT_CAPTURED);
        findings.unless(
                refund < 0 || (capture >= 0 && capture < refund),
                "%s was refunded before it was captured",
                order);
    }

    private static @Nullable InboxRow row(
            Map<EventId, InboxRow> events, UUID order, EventType type) {
        return events.get(EventId.of(order, type));
    }

    /// What became of an order that was placed and cancelled.
    private record Course(
            UUID order,
            List<Written> told,
            @Nullable InboxRow placement,
            @Nullable InboxRow cancellation) {

        void placedFirst(Findings findings) {
            findings.unless(
                    !isSettled(cancellation) || isSettled(placement),
                    "%s: the cancellation was handled before the order",
                    order);
            findings.unless(
                    !isDeclinedAsCancelled(),
                    "%s was declined for a cancellation that came after it",
                    order);
            findings.unless(
                    !isSettled(cancellation)
                            || !has(EventType.PAYMENT_CAPTURED)
                            || has(EventType.PAYMENT_REFUNDED),
                    "%s was captured, its cancellation handled, and nothing refunded",
                    order);
        }

        void cancelledFirst(Findings findings) {
            findings.unless(
                    !has(EventType.PAYMENT_CAPTURED),
                    "%s was captured after its cancellation",
                    order);
        }

        private boolean has(EventType type) {
            return told.stream().anyMatch(record -> record.event().type() == type);
        }

        private boolean isDeclinedAsCancelled() {
            return told.stream()
                    .anyMatch(record ->
                            record.data() instanceof PaymentDeclined declined
                                    && declined.reason().equals(CANCELLED));
        }

        private static boolean isSettled(@Nullable InboxRow row) {
            return Optional.ofNullable(row).filter(InboxRow::isSettled).isPresent();
        }
    }
}
