/// What became of a run: rounds, their spread, and the verdict on each goal.
@NullMarked
package dev.kafkaorders.lab.benchmark.result;

import org.jspecify.annotations.NullMarked;
