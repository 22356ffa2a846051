/** The operator's service: finds and replays dead letters, and resets the offsets of groups. */
@NullMarked
package dev.kafkaorders.replayer;

import org.jspecify.annotations.NullMarked;
