/// Keeps from people's eyes what they need not see.
@NullMarked
package dev.kafkaorders.replayer.masking;

import org.jspecify.annotations.NullMarked;
