/// Payments over HTTP, and the problem details of the whole service.
@NullMarked
package dev.kafkaorders.payments.payment.web;

import org.jspecify.annotations.NullMarked;
