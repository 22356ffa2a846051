/// What became of each dead letter, by whom and when.
@NullMarked
package dev.kafkaorders.replayer.ledger;

import org.jspecify.annotations.NullMarked;
