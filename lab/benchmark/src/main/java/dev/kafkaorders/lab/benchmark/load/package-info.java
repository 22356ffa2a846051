/// Callers: those who wait for their answer before they ask again, and those who don't.
@NullMarked
package dev.kafkaorders.lab.benchmark.load;

import org.jspecify.annotations.NullMarked;
