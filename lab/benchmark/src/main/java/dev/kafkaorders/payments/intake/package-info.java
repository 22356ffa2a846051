/// The benchmark of what payment-consumer decides in this package of its own.
@NullMarked
package dev.kafkaorders.payments.intake;

import org.jspecify.annotations.NullMarked;
