package dev.kafkaorders.payments.intake;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/// A partition that waits in front of a record that can't be handled.
///
/// @param attempt how often the record was tried
record HeldPartition(TopicPartition partition, Stop stop, int attempt, Instant since) {}
