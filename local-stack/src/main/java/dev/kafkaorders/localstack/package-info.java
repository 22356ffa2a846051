/// A real three-node Kafka cluster and a real PostgreSQL as child processes, without Docker.
@NullMarked
package dev.kafkaorders.localstack;

import org.jspecify.annotations.NullMarked;
