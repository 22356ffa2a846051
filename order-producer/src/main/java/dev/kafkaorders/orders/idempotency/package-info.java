/// Remembers which request came with which `Idempotency-Key`, in a topic that all instances read.
@NullMarked
package dev.kafkaorders.orders.idempotency;

import org.jspecify.annotations.NullMarked;
