package dev.kafkaorders.payments.retry;

import java.time.Duration;

/// A way into a retry topic.
///
/// @param delay not to be tried before it has passed
public record Hop(String topic, Duration delay) {}
