/// A run as a table, as JSON, as a picture and as a page.
@NullMarked
package dev.kafkaorders.lab.benchmark.report;

import org.jspecify.annotations.NullMarked;
