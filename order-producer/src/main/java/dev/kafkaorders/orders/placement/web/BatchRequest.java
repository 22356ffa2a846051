package dev.kafkaorders.orders.placement.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders that are placed all or none. What they are like is for [BatchCheck] to see.
record BatchRequest(@NotEmpty @Size(max = 1_000) List<@Nullable OrderRequest> orders) {}
