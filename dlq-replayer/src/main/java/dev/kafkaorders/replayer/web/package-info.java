/** What all of the replayer's HTTP answers have in common. */
@NullMarked
package dev.kafkaorders.replayer.web;

import org.jspecify.annotations.NullMarked;
