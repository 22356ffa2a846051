/// Placing orders over HTTP.
@NullMarked
package dev.kafkaorders.orders.placement.web;

import org.jspecify.annotations.NullMarked;
