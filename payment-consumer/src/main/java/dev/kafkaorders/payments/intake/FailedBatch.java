package dev.kafkaorders.payments.intake;

import java.time.Instant;

/// The last batch of a partition failed, and will be delivered again.
///
/// @param attempt how often in a row it failed
record FailedBatch(int attempt, String reason, Instant since) {}
