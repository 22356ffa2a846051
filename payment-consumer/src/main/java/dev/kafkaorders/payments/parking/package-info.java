/// Events that wait behind an earlier one of their order.
@NullMarked
package dev.kafkaorders.payments.parking;

import org.jspecify.annotations.NullMarked;
