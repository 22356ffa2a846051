/// Turns orders into payments, each exactly once.
@NullMarked
package dev.kafkaorders.payments;

import org.jspecify.annotations.NullMarked;
