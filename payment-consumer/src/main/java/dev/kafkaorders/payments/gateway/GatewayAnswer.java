package dev.kafkaorders.payments.gateway;

/// What a gateway answers.
public sealed interface GatewayAnswer {

    /// Money was moved.
    ///
    /// @param reference the gateway's name for it
    record Accepted(String reference) implements GatewayAnswer {}

    /// No money was moved and none will be.
    ///
    /// @param reason a short code such as `insufficient_funds`
    record Declined(String reason) implements GatewayAnswer {}

    /// Whether money was moved is not known (a timeout, an outage, an answer that makes no sense).
    /// To be asked again with the same idempotency key.
    ///
    /// @param reason for a person
    record Failed(String reason) implements GatewayAnswer {}
}
