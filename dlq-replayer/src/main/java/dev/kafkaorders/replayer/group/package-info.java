/** Consumer groups: who is in them, what they have committed, how far behind they are. */
@NullMarked
package dev.kafkaorders.replayer.group;

import org.jspecify.annotations.NullMarked;
