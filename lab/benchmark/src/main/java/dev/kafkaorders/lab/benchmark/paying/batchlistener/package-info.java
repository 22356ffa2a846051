/// A listener of spring-kafka that is called for each poll. Retry topics it can't have; what fails
/// is a dead letter at once.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying.batchlistener;

import org.jspecify.annotations.NullMarked;
