package dev.kafkaorders.payments.inbox;

/// Somebody else has decided about the same events at the same time: a member that lost its
/// partitions and doesn't know it yet, one that has just taken them over, or one that handles
/// another event of the same order. Whoever commits second gets this, and finds out more when it
/// looks again.
public class ConcurrentDeliveryException extends RuntimeException {

    ConcurrentDeliveryException() {
        super("Another consumer has decided about some of these events meanwhile");
    }

    static void unless(boolean asExpected) {
        if (!asExpected) {
            throw new ConcurrentDeliveryException();
        }
    }
}
