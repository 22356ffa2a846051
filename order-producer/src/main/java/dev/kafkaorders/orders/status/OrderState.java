package dev.kafkaorders.orders.status;

import java.time.Instant;

/// Where an order stands. Each state offers only its legal moves, so that an order that is refunded
/// before it was captured, or declined afterwards, doesn't compile.
///
/// There are more states than names: an order whose refund is being retried is not an order whose
/// payment is, as it can still become [Refunded] and the other one can't.
public sealed interface OrderState {

    /// What clients are told.
    enum Name {
        PLACED,
        RETRYING,
        CAPTURED,
        DECLINED,
        DEAD_LETTERED,
        CANCELLED,
        REFUNDED
    }

    Name name();

    /// Whether nothing more is going to happen unless somebody wants it to.
    default boolean isSettled() {
        return false;
    }

    /// Accepted; nothing else is known.
    record Placed() implements OrderState {

        @Override
        public Name name() {
            return Name.PLACED;
        }

        Retrying retrying(int attempt, Instant nextAt) {
            return new Retrying(attempt, nextAt);
        }

        DeadLettered deadLettered(String reason) {
            return new DeadLettered(reason);
        }

        Captured captured() {
            return new Captured();
        }

        Declined declined(String reason) {
            return new Declined(reason);
        }

        CancellationRequested cancelled() {
            return new CancellationRequested();
        }
    }

    /// The payment failed and is tried again. A cancellation waits behind it.
    record Retrying(int attempt, Instant nextAt) implements OrderState {

        @Override
        public Name name() {
            return Name.RETRYING;
        }
    }

    /// The payment failed for good, until an operator brings the order back as a new [Placed].
    record DeadLettered(String reason) implements OrderState {

        @Override
        public Name name() {
            return Name.DEAD_LETTERED;
        }

        GivenUp givenUp() {
            return new GivenUp(reason);
        }
    }

    /// A dead letter that operators have given up.
    record GivenUp(String reason) implements OrderState {

        @Override
        public Name name() {
            return Name.DEAD_LETTERED;
        }

        @Override
        public boolean isSettled() {
            return true;
        }
    }

    /// The money was taken.
    record Captured() implements OrderState {

        @Override
        public Name name() {
            return Name.CAPTURED;
        }

        @Override
        public boolean isSettled() {
            return true;
        }

        RefundDue cancelled() {
            return new RefundDue();
        }
    }

    /// Nothing was taken.
    record Declined(String reason) implements OrderState {

        @Override
        public Name name() {
            return Name.DECLINED;
        }

        @Override
        public boolean isSettled() {
            return true;
        }
    }

    /// The cancellation came before the outcome: either nothing will be taken, or a refund is due.
    record CancellationRequested() implements OrderState {

        @Override
        public Name name() {
            return Name.CANCELLED;
        }

        Cancelled nothingTaken() {
            return new Cancelled();
        }
    }

    /// Cancelled before anything was taken.
    record Cancelled() implements OrderState {

        @Override
        public Name name() {
            return Name.CANCELLED;
        }

        @Override
        public boolean isSettled() {
            return true;
        }
    }

    /// Cancelled after the money was taken, and not given back yet.
    record RefundDue() implements OrderState {

        @Override
        public Name name() {
            return Name.CANCELLED;
        }

        RefundRetrying retrying(int attempt, Instant nextAt) {
            return new RefundRetrying(attempt, nextAt);
        }

        RefundDeadLettered deadLettered(String reason) {
            return new RefundDeadLettered(reason);
        }

        Refunded refunded() {
            return new Refunded();
        }
    }

    /// The refund failed and is tried again.
    record RefundRetrying(int attempt, Instant nextAt) implements OrderState {

        @Override
        public Name name() {
            return Name.RETRYING;
        }
    }

    /// The refund failed for good, until an operator brings the cancellation back.
    record RefundDeadLettered(String reason) implements OrderState {

        @Override
        public Name name() {
            return Name.DEAD_LETTERED;
        }

        GivenUp givenUp() {
            return new GivenUp(reason);
        }
    }

    /// The money was given back.
    record Refunded() implements OrderState {

        @Override
        public Name name() {
            return Name.REFUNDED;
        }

        @Override
        public boolean isSettled() {
            return true;
        }
    }
}
