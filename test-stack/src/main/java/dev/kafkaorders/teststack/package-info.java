/**
 * A real Kafka cluster and a real PostgreSQL for integration tests, from Docker or from child
 * processes.
 */
@NullMarked
package dev.kafkaorders.teststack;

import org.jspecify.annotations.NullMarked;
