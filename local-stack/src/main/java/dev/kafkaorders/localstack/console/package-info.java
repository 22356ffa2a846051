/// What the demo shows: lines, progress in place, colours; plain text when nobody watches.
@NullMarked
package dev.kafkaorders.localstack.console;

import org.jspecify.annotations.NullMarked;
