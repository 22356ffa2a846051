/// A run from beginning to end: start, load and faults, calm, audit, report.
@NullMarked
package dev.kafkaorders.lab.run;

import org.jspecify.annotations.NullMarked;
