package dev.kafkaorders.orders.placement;

import java.time.Duration;

/// Why a request was not carried out, or is not known to be.
public sealed interface Refusal extends PlacementResult, CancellationResult {

    /// The key was used for another request.
    record KeyReused() implements Refusal {}

    /// A request with the same key is being carried out.
    record InFlight(Duration retryAfter) implements Refusal {}

    /// Too much is waiting. Nothing was written.
    record Overloaded() implements Refusal {}

    /// Kafka is away, or refused the records. Nothing was written.
    record NotWritten() implements Refusal {}

    /// Written or not. The same request with the same key finds out, or does it.
    record OutcomeUnknown() implements Refusal {}
}
