/// How fast orders are paid: this consumer, what else one could take, and the limit.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying;

import org.jspecify.annotations.NullMarked;
