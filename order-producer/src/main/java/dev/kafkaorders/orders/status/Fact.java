package dev.kafkaorders.orders.status;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What one record says about an order, and where it stands.
///
/// What it is known by is its milestone, its replay and its attempt: a record that says the same
/// again, wherever it stands, is the same fact.
///
/// @param time when the record was written, by its timestamp
/// @param replay how often operators had brought the event back by then
/// @param attempt how often the event had been tried in vain by then
/// @param nextAt when it is tried again; null where it isn't
/// @param reason why, for a person; null where there is nothing to explain
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(
        Milestone event,
        Instant time,
        String topic,
        int partition,
        long offset,
        int replay,
        int attempt,
        @Nullable Instant nextAt,
        @Nullable String reason) {

    /// For people: as it happened.
    static final Comparator<Fact> BY_TIME =
            comparing(Fact::time)
                    .thenComparing(Fact::event)
                    .thenComparingInt(Fact::replay)
                    .thenComparingInt(Fact::attempt);

    /// How far an event has come: each replay begins anew, and ends at a dead letter at the latest.
    /// The times in the records have no say in it, since clocks differ.
    static final Comparator<Fact> BY_PROGRESS =
            comparingInt(Fact::replay).thenComparing(Fact::event).thenComparingInt(Fact::attempt);

    boolean saysTheSameAs(Fact other) {
        return event == other.event && replay == other.replay && attempt == other.attempt;
    }

    /// Whether there may be any number of its kind.
    boolean isRecurring() {
        return switch (event) {
            case CAPTURED, DECLINED, REFUNDED -> false;
            case PLACED, CANCELLED -> replay > 0;
            case RETRYING,
                    DEAD_LETTERED,
                    DISCARDED,
                    REFUND_RETRYING,
                    REFUND_DEAD_LETTERED,
                    REFUND_DISCARDED ->
                    true;
        };
    }
}
