/** Offset resets over HTTP. */
@NullMarked
package dev.kafkaorders.replayer.offsets.web;

import org.jspecify.annotations.NullMarked;
