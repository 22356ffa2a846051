/// Retry topics and the dead-letter topic: when a failed event is tried again, and what its record
/// says.
@NullMarked
package dev.kafkaorders.payments.retry;

import org.jspecify.annotations.NullMarked;
