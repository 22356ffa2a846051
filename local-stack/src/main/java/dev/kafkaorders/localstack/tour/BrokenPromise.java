package dev.kafkaorders.localstack.tour;

/// Something on the tour was not as promised. The message says what, in words for the visitor.
final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String message) {
        super(message);
    }
}
