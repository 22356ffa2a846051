/** Asks consumer groups that listen to it to stop and to run. */
@NullMarked
package dev.kafkaorders.replayer.control;

import org.jspecify.annotations.NullMarked;
