/// Holds the configuration in this folder against itself: what a file names must be in another.
@NullMarked
package dev.kafkaorders.observability;

import org.jspecify.annotations.NullMarked;
