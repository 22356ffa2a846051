package dev.kafkaorders.orders.status;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What is known of an order: a set of facts, and the state that follows from them.
///
/// Between topics there is no order: a capture may be read before the order that it pays for, a
/// retry after it. So no fact is refused for coming too early or too late, and none undoes another.
/// A fact is added once; the state is worked out from all of them, by how far each event has come
/// ([Fact#BY_PROGRESS]) and not by when they were read. Whichever way the topics are interleaved,
/// the end is the same. A fact also proves what must have led to it: what is refunded was captured.
///
/// Until the order itself was read, nobody is told of it ([#isPlaced]): the other facts wait.
///
/// @param version how many different facts were read
/// @param truncated whether there were more attempts than are kept; the latest are
/// @param facts by time
public record Order(
        UUID id, @Nullable Purchase purchase, int version, boolean truncated, List<Fact> facts) {

    /// Enough for all attempts of several replays; the record stays below 16 KiB.
    static final int MOST_ATTEMPTS = 40;

    /// How payment-consumer declines an order whose cancellation it has read first.
    private static final String DECLINED_AS_CANCELLED = "order_cancelled";

    private static final String UNKNOWN = "unknown";

    public Order {
        facts = List.copyOf(facts);
    }

    /// An order of which nothing is known yet.
    public static Order unknown(UUID id) {
        return new Order(id, null, 0, false, List.of());
    }

    public boolean isPlaced() {
        return purchase != null;
    }

    /// The order with one more fact; empty when the fact is known, and so changes nothing.
    public Optional<Order> learn(Fact fact, @Nullable Purchase bought) {
        if (facts.stream().anyMatch(fact::saysTheSameAs)) {
            return Optional.empty();
        }
        var more = new ArrayList<>(facts);
        more.add(fact);
        more.sort(Fact.BY_TIME);
        var attempts = more.stream().filter(Fact::isRecurring).sorted(Fact.BY_PROGRESS).toList();
        if (attempts.size() <= MOST_ATTEMPTS) {
            return Optional.of(new Order(id, merged(bought), version + 1, truncated, more));
        }
        var oldest = attempts.getFirst();
        more.remove(oldest);
        return truncated && oldest.equals(fact)
                ? Optional.empty()
                : Optional.of(new Order(id, merged(bought), version + 1, true, more));
    }

    /// When the latest of its facts was written; empty when there is none.
    public Optional<Instant> updatedAt() {
        return facts.stream().map(Fact::time).max(naturalOrder());
    }

    /// Where the order stands. Outcomes have the last word: a retry that is read late undoes none.
    public OrderState state() {
        var placed = new OrderState.Placed();
        if (has(Milestone.REFUNDED)) {
            return placed.captured().cancelled().refunded();
        }
        if (has(Milestone.CAPTURED)) {
            return latest(Milestone::isRefundAttempt)
                    .map(refund -> refunding(placed.captured().cancelled(), refund))
                    .orElseGet(placed::captured);
        }
        var cancelled = latest(Milestone::isRefundAttempt).isPresent();
        var declined = latest(Milestone.DECLINED::equals);
        if (declined.isPresent()) {
            var reason = reasonOf(declined.get());
            return cancelled && reason.equals(DECLINED_AS_CANCELLED)
                    ? placed.cancelled().nothingTaken()
                    : placed.declined(reason);
        }
        return latest(Milestone::isPaymentAttempt)
                .map(attempt -> paying(placed, attempt, cancelled))
                .orElse(placed);
    }

    private static OrderState paying(OrderState.Placed placed, Fact attempt, boolean cancelled) {
        return switch (attempt.event()) {
            case RETRYING -> placed.retrying(attempt.attempt(), dueOf(attempt));
            case DEAD_LETTERED -> placed.deadLettered(reasonOf(attempt));
            case DISCARDED -> placed.deadLettered(reasonOf(attempt)).givenUp();
            case PLACED,
                    CAPTURED,
                    DECLINED,
                    CANCELLED,
                    REFUND_RETRYING,
                    REFUND_DEAD_LETTERED,
                    REFUND_DISCARDED,
                    REFUNDED ->
                    cancelled ? placed.cancelled() : placed;
        };
    }

    private static OrderState refunding(OrderState.RefundDue due, Fact attempt) {
        return switch (attempt.event()) {
            case REFUND_RETRYING -> due.retrying(attempt.attempt(), dueOf(attempt));
            case REFUND_DEAD_LETTERED -> due.deadLettered(reasonOf(attempt));
            case REFUND_DISCARDED -> due.deadLettered(reasonOf(attempt)).givenUp();
            case PLACED,
                    RETRYING,
                    DEAD_LETTERED,
                    DISCARDED,
                    CAPTURED,
                    DECLINED,
                    CANCELLED,
                    REFUNDED ->
                    due;
        };
    }

    private @Nullable Purchase merged(@Nullable Purchase bought) {
        if (purchase == null || bought == null) {
            return purchase == null ? bought : purchase;
        }
        return bought.takesThePlaceOf(purchase) ? bought : purchase;
    }

    private boolean has(Milestone milestone) {
        return facts.stream().anyMatch(fact -> fact.event() == milestone);
    }

    private Optional<Fact> latest(Predicate<Milestone> milestones) {
        return facts.stream().filter(fact -> milestones.test(fact.event())).max(Fact.BY_PROGRESS);
    }

    private static String reasonOf(Fact fact) {
        return fact.reason() == null ? UNKNOWN : fact.reason();
    }

    private static Instant dueOf(Fact fact) {
        return fact.nextAt() == null ? fact.time() : fact.nextAt();
    }
}
