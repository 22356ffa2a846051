/** Stops and starts this instance's consumers as operators want it of the whole group. */
@NullMarked
package dev.kafkaorders.payments.control;

import org.jspecify.annotations.NullMarked;
