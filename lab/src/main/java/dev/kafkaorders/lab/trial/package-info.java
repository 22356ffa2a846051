/** Sabotages the suite, brings it to light, and sees whether an auditor catches it. */
@NullMarked
package dev.kafkaorders.lab.trial;

import org.jspecify.annotations.NullMarked;
