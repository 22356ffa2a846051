/// The service that accepts orders over REST and writes them to Kafka.
@NullMarked
package dev.kafkaorders.orders;

import org.jspecify.annotations.NullMarked;
