package dev.kafkaorders.payments.record;

import dev.kafkaorders.payments.failure.Failure;
import java.time.Instant;

/// An event that was tried in vain.
///
/// @param attempts how often in all
/// @param firstFailure when for the first time
/// @param failure what went wrong the last time
public record Failed(int attempts, Instant firstFailure, Failure failure) {}
