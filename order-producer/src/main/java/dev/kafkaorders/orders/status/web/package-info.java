/// The states of orders over HTTP.
@NullMarked
package dev.kafkaorders.orders.status.web;

import org.jspecify.annotations.NullMarked;
