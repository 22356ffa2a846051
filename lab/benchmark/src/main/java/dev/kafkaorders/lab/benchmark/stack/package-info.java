/// The cluster and the database that all arms share.
@NullMarked
package dev.kafkaorders.lab.benchmark.stack;

import org.jspecify.annotations.NullMarked;
