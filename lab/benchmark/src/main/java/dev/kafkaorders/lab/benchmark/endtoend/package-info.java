/// How long it takes from a request to its committed payment, under load.
@NullMarked
package dev.kafkaorders.lab.benchmark.endtoend;

import org.jspecify.annotations.NullMarked;
