/// Confluent's parallel consumer, which has more records of a partition under way at once than a
/// consumer has threads. Its fork that is maintained isn't on Maven Central for us to take; this is
/// the last release of Confluent's own.
@NullMarked
package dev.kafkaorders.lab.benchmark.paying.parallelconsumer;

import org.jspecify.annotations.NullMarked;
