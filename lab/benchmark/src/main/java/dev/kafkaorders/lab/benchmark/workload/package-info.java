/// What consumers are given to do, on topics that hold nothing else, and how fast it was done.
@NullMarked
package dev.kafkaorders.lab.benchmark.workload;

import org.jspecify.annotations.NullMarked;
