/// Dead letters: found, understood, given up or corrected.
@NullMarked
package dev.kafkaorders.replayer.deadletter;

import org.jspecify.annotations.NullMarked;
