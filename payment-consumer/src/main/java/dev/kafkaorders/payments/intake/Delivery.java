package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderEvent;
import org.apache.kafka.common.TopicPartition;

/// An order event as it came off the log. The same event may be delivered more than once.
record Delivery(TopicPartition partition, long offset, EventId eventId, OrderEvent event) {}
