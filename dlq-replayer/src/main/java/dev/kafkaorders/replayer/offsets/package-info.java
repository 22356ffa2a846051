/** Offset resets: planned, looked at, executed once, and undone. */
@NullMarked
package dev.kafkaorders.replayer.offsets;

import org.jspecify.annotations.NullMarked;
