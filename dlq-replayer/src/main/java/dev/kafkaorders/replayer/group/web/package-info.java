/** Consumer groups over HTTP. */
@NullMarked
package dev.kafkaorders.replayer.group.web;

import org.jspecify.annotations.NullMarked;
