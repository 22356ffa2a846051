/// The suite as `docker compose up` runs it.
@NullMarked
package dev.kafkaorders.localstack.compose;

import org.jspecify.annotations.NullMarked;
