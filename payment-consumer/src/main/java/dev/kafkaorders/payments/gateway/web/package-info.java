/// The simulated gateway's controls, for fault drills.
@NullMarked
package dev.kafkaorders.payments.gateway.web;

import org.jspecify.annotations.NullMarked;
