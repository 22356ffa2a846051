/// Dead letters over HTTP.
@NullMarked
package dev.kafkaorders.replayer.deadletter.web;

import org.jspecify.annotations.NullMarked;
