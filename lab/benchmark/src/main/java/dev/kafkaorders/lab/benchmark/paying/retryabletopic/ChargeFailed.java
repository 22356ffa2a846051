package dev.kafkaorders.lab.benchmark.paying.retryabletopic;

/// The card's bank did not answer. Without a stack trace, which would be the dearest part of it.
final class ChargeFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChargeFailed() {
        super("the card's bank did not answer", null, false, false);
    }
}
