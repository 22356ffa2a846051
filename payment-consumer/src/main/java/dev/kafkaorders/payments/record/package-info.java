/// Records as they were first written, and what is known of their way since.
@NullMarked
package dev.kafkaorders.payments.record;

import org.jspecify.annotations.NullMarked;
