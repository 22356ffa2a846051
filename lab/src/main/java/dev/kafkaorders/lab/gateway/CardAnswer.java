package dev.kafkaorders.lab.gateway;

/// What becomes of a call.
sealed interface CardAnswer {

    /// Money was moved.
    record Accepted(String reference) implements CardAnswer {}

    /// No money was moved and none will be.
    record Declined(String reason) implements CardAnswer {}

    /// It failed this time; the next try may succeed.
    record Failed() implements CardAnswer {}

    /// It will never succeed.
    record Refused() implements CardAnswer {}
}
