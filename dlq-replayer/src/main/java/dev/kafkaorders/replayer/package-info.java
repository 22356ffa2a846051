/** Finds and replays dead letters and resets offsets; so far, it answers how it is. */
@NullMarked
package dev.kafkaorders.replayer;

import org.jspecify.annotations.NullMarked;
