/// What an order's payment is, how it may change, and where it is kept.
@NullMarked
package dev.kafkaorders.payments.payment;

import org.jspecify.annotations.NullMarked;
