/**
 * Who may: viewers read, operators act, who gathers metrics sees nothing else, nobody else gets in.
 */
@NullMarked
package dev.kafkaorders.replayer.security;

import org.jspecify.annotations.NullMarked;
