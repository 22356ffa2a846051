/// What payment-consumer's speed depends on: partitions and instances, and how much its inbox
/// holds.
@NullMarked
package dev.kafkaorders.lab.benchmark.scaling;

import org.jspecify.annotations.NullMarked;
