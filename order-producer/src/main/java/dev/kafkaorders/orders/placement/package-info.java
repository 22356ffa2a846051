/// Accepts orders, once per `Idempotency-Key`, and cancellations.
@NullMarked
package dev.kafkaorders.orders.placement;

import org.jspecify.annotations.NullMarked;
