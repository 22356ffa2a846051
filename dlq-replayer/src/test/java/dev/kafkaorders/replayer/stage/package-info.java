/// Where the tests play.
@NullMarked
package dev.kafkaorders.replayer.stage;

import org.jspecify.annotations.NullMarked;
