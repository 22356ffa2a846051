package dev.kafkaorders.payments.retry;

import java.time.Instant;

/// A way into a retry topic.
///
/// @param due not to be tried before
public record Hop(String topic, Instant due) {}
