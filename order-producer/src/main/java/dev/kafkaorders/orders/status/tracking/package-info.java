/// The Kafka Streams application that turns the topics into the state of each order.
@NullMarked
package dev.kafkaorders.orders.status.tracking;

import org.jspecify.annotations.NullMarked;
