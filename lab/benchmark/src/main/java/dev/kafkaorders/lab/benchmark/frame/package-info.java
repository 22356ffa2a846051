/// What a benchmark is made of: cells, arms, rounds, what they measure, and what is to be reached.
@NullMarked
package dev.kafkaorders.lab.benchmark.frame;

import org.jspecify.annotations.NullMarked;
