/** The contract between the services: events, their JSON, and the names of topics and headers. */
@NullMarked
package dev.kafkaorders.events;

import org.jspecify.annotations.NullMarked;
