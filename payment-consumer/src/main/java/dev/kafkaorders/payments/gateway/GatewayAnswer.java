package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.payments.failure.Failure;

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

    /// Whether money was moved is not known, unless the failure says so. To be asked again, if
    /// ever, with the same idempotency key.
    record Failed(Failure failure) implements GatewayAnswer {}

    /// It was not asked, because it is known to be away. Nothing was done.
    record NotAsked() implements GatewayAnswer {}
}
