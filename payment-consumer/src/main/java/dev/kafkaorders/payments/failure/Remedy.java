package dev.kafkaorders.payments.failure;

import java.time.Duration;

/// What is to be done about a failure. The only place that decides what is worth another try.
public sealed interface Remedy {

    /// To be tried again.
    ///
    /// @param notBefore the least to wait
    record Retry(Duration notBefore) implements Remedy {}

    /// No try will succeed: a dead letter.
    record GiveUp() implements Remedy {}

    static Remedy of(Failure failure) {
        return switch (failure) {
            case Failure.GatewayFailed _, Failure.GatewayUnavailable _ -> new Retry(Duration.ZERO);
            case Failure.GatewayThrottled(var _, var retryAfter) -> new Retry(retryAfter);
            case Failure.Unreadable _,
                    Failure.UnknownType _,
                    Failure.GatewayRefused _,
                    Failure.Bug _ ->
                    new GiveUp();
        };
    }
}
