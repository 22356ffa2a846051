/** Who did what, written down before and after: without it nothing is done. */
@NullMarked
package dev.kafkaorders.replayer.audit;

import org.jspecify.annotations.NullMarked;
