/// A listener of spring-kafka that is called for each record, with retry topics by an annotation.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying.retryabletopic;

import org.jspecify.annotations.NullMarked;
