/// Writes records to Kafka in transactions that concurrent requests share.
@NullMarked
package dev.kafkaorders.orders.publishing;

import org.jspecify.annotations.NullMarked;
