package dev.kafkaorders.payments.inbox;

/// Somebody else handled the same events at the same time: a member that lost its partitions and
/// doesn't know it yet, or that has just taken them over. Whoever commits second gets this.
public class ConcurrentDeliveryException extends RuntimeException {

    ConcurrentDeliveryException(int events) {
        super(events + " events were handled by another consumer meanwhile");
    }
}
