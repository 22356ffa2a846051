/// What can go wrong with an event, and what is to be done about it.
@NullMarked
package dev.kafkaorders.payments.failure;

import org.jspecify.annotations.NullMarked;
