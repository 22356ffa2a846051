package dev.kafkaorders.orders.placement.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record CancellationRequest(@Size(min = 1, max = 500) @PlainText @Nullable String reason) {}
