/** Who may: viewers read, operators act, nobody else gets in. */
@NullMarked
package dev.kafkaorders.replayer.security;

import org.jspecify.annotations.NullMarked;
