/// From a poll to its commit: the five steps, and what happens when one of them fails.
@NullMarked
package dev.kafkaorders.payments.intake;

import org.jspecify.annotations.NullMarked;
