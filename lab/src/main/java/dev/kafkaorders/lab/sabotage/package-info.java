/** Breaks the suite in known ways, so that each auditor is seen to catch what it is there for. */
@NullMarked
package dev.kafkaorders.lab.sabotage;

import org.jspecify.annotations.NullMarked;
