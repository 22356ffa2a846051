package dev.kafkaorders.orders.placement.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Orders that are placed all or none.
record BatchRequest(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid OrderRequest> orders) {}
