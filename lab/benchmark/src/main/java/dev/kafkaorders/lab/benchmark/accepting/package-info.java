/// How fast orders are accepted, by order-producer's way and by others.
@NullMarked
package dev.kafkaorders.lab.benchmark.accepting;

import org.jspecify.annotations.NullMarked;
