package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.intake.Stop.Reason.Obstacle;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/// A partition that waits in front of a record, as something is in its way.
///
/// @param obstacle what is in its way
/// @param attempt how often the record was come to
/// @param since when it was come to first
record HeldPartition(
        TopicPartition partition, long offset, Obstacle obstacle, int attempt, Instant since) {}
