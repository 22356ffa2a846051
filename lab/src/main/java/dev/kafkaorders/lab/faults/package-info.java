/// Faults: planned from a seed, struck, proved to have landed, healed again.
@NullMarked
package dev.kafkaorders.lab.faults;

import org.jspecify.annotations.NullMarked;
