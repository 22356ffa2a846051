/// What is kept of a run: a page to look at, and a line for machines.
@NullMarked
package dev.kafkaorders.lab.report;

import org.jspecify.annotations.NullMarked;
