/// Reads topics from their beginning and follows them, without a group: every instance reads all.
@NullMarked
package dev.kafkaorders.orders.log;

import org.jspecify.annotations.NullMarked;
