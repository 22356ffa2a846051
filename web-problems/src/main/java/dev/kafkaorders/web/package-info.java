/** Answers that a service gives though no controller of its own made them. */
@NullMarked
package dev.kafkaorders.web;

import org.jspecify.annotations.NullMarked;
