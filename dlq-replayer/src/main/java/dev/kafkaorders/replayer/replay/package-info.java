/// Brings dead letters back, each once.
@NullMarked
package dev.kafkaorders.replayer.replay;

import org.jspecify.annotations.NullMarked;
