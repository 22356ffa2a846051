/// The program behind `./demo bench`.
@NullMarked
package dev.kafkaorders.lab.benchmark.run;

import org.jspecify.annotations.NullMarked;
