/// Every instance's own copy of `order-status`, from which it answers alone.
@NullMarked
package dev.kafkaorders.orders.status.view;

import org.jspecify.annotations.NullMarked;
