package dev.kafkaorders.payments.failure;

import java.time.Duration;

/// Why an event could not be settled.
public sealed interface Failure {

    /// For a person; never a payload.
    String message();

    /// The record is no event that was ever meant for this service: broken, or of another kind.
    record Unreadable(String message) implements Failure {}

    /// The record is an event of a type that this version doesn't have.
    record UnknownType(String message) implements Failure {}

    /// The gateway understood and will never do it.
    record GatewayRefused(String message) implements Failure {}

    /// The gateway could not do it for this order, this time.
    record GatewayFailed(String message) implements Failure {}

    /// The gateway has too much to do.
    ///
    /// @param retryAfter how long it wants to be left alone
    record GatewayThrottled(String message, Duration retryAfter) implements Failure {}

    /// The gateway as such did not answer, or answered that it is broken: a time-out, no
    /// connection, a 5xx.
    record GatewayUnavailable(String message) implements Failure {}

    /// A bug that this event has brought to light.
    record Bug(RuntimeException exception) implements Failure {

        @Override
        public String message() {
            return exception.toString();
        }
    }
}
