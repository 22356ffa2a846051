/** Gathers what is known of a run, from the topics, the database, the gateway and the view. */
@NullMarked
package dev.kafkaorders.lab.evidence;

import org.jspecify.annotations.NullMarked;
