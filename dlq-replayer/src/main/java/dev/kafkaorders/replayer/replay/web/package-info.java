/// Replays over HTTP.
@NullMarked
package dev.kafkaorders.replayer.replay.web;

import org.jspecify.annotations.NullMarked;
