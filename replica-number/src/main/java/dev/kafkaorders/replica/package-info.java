/** The property `replica.number`: which of the replicas of its service a program is. */
@NullMarked
package dev.kafkaorders.replica;

import org.jspecify.annotations.NullMarked;
