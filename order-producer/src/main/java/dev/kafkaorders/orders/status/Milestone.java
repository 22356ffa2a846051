package dev.kafkaorders.orders.status;

/// The kinds of facts, in the order in which one leads to the other. Those of the payment come
/// before those of the refund.
public enum Milestone {
    /// The order, or by an operator's replay the same order again.
    PLACED,
    RETRYING,
    DEAD_LETTERED,
    /// An operator gave the dead letter up.
    DISCARDED,
    CAPTURED,
    DECLINED,
    /// The customer's cancellation, or by an operator's replay the same again.
    CANCELLED,
    REFUND_RETRYING,
    REFUND_DEAD_LETTERED,
    REFUND_DISCARDED,
    REFUNDED;

    /// Whether it is about getting the order paid, and not yet the outcome of that.
    boolean isPaymentAttempt() {
        return compareTo(CAPTURED) < 0;
    }

    /// Whether it is about carrying out a cancellation, and not yet the outcome of that.
    boolean isRefundAttempt() {
        return compareTo(DECLINED) > 0 && this != REFUNDED;
    }
}
