package dev.kafkaorders.localstack.books;

/// What became of an order's money.
public sealed interface Settled {

    /// It was taken; it counts here also when it was refunded later.
    ///
    /// @param reference the gateway's name for the charge: two names are two charges
    record Captured(String reference) implements Settled {}

    record Declined() implements Settled {}
}
