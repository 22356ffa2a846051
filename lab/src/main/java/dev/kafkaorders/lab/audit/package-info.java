/** What the suite promises, each promise as a checker over the history of a run. */
@NullMarked
package dev.kafkaorders.lab.audit;

import org.jspecify.annotations.NullMarked;
