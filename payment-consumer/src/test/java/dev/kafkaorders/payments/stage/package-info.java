/// What integration tests stand on: the stack, the service, a gateway to count charges.
@NullMarked
package dev.kafkaorders.payments.stage;

import org.jspecify.annotations.NullMarked;
