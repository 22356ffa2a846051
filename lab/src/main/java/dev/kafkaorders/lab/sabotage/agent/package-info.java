/** The Java agent that changes single methods of a service as they are loaded; JDK classes only. */
@NullMarked
package dev.kafkaorders.lab.sabotage.agent;

import org.jspecify.annotations.NullMarked;
