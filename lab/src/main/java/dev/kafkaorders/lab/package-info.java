/** Attacks on the running suite, and what the books say of them afterwards. */
@NullMarked
package dev.kafkaorders.lab;

import org.jspecify.annotations.NullMarked;
