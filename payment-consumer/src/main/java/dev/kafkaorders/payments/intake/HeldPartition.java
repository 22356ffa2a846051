package dev.kafkaorders.payments.intake;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/// A partition that waits in front of a record, as something is in its way.
///
/// @param reason for a person
/// @param attempt how often the record was come to
record HeldPartition(
        TopicPartition partition, long offset, String reason, int attempt, Instant since) {}
