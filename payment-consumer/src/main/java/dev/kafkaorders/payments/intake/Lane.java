package dev.kafkaorders.payments.intake;

import java.util.List;
import java.util.UUID;

/// The new events of one order, to be settled one after the other.
record Lane(UUID orderId, List<Delivery> deliveries) {}
