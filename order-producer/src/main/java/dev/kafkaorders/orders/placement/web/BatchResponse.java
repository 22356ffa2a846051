package dev.kafkaorders.orders.placement.web;

import java.util.List;

record BatchResponse(List<OrderResponse> orders) {}
