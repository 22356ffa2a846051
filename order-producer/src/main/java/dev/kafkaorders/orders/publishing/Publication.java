package dev.kafkaorders.orders.publishing;

/// What became of the records of one request.
public sealed interface Publication {

    /// All of them are in the log, for good. Every read_committed reader sees them as soon as the
    /// transaction's markers are written, which Kafka does right after it has acknowledged the
    /// commit (KIP-98).
    record Committed() implements Publication {}

    /// None of them will ever be seen by a read_committed reader. Safe to publish again.
    record Aborted(Throwable cause) implements Publication {}

    /// All of them are in the log, or none: the broker did not say. Safe to publish again only if
    /// duplicates are harmless.
    record OutcomeUnknown(Throwable cause) implements Publication {}

    /// None was written, because too much is waiting already or the service is stopping.
    record QueueFull() implements Publication {}
}
