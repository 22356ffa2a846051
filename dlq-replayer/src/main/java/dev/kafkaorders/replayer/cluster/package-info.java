/** The Kafka cluster that the replayer works on. */
@NullMarked
package dev.kafkaorders.replayer.cluster;

import org.jspecify.annotations.NullMarked;
