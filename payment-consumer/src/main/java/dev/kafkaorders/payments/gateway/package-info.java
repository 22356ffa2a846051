/// The payment gateway, simulated or real: the only door to other people's money.
@NullMarked
package dev.kafkaorders.payments.gateway;

import org.jspecify.annotations.NullMarked;
