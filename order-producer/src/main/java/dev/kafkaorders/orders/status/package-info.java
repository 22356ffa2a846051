/// What became of an order: facts from many topics, and the state that follows from them.
@NullMarked
package dev.kafkaorders.orders.status;

import org.jspecify.annotations.NullMarked;
