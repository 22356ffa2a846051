package dev.kafkaorders.orders.placement.web;

import java.util.UUID;

record CancellationResponse(UUID orderId, String reason) {}
