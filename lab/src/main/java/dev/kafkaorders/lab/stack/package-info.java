/// The suite as the lab runs it: two of each service, a gateway of its own, and links that can be
/// cut.
@NullMarked
package dev.kafkaorders.lab.stack;

import org.jspecify.annotations.NullMarked;
