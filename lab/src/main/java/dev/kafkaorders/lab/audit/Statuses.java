package dev.kafkaorders.lab.audit;

import java.util.Map;
import java.util.UUID;

/// What is told of the orders.
///
/// @param topic what `order-status` says of each
/// @param view what order-producer answered about those that it was asked for
public record Statuses(Map<UUID, Status> topic, Map<UUID, String> view) {

    /// What [#view] has for an order that is not known there.
    public static final String NOT_FOUND = "404";

    public Statuses {
        topic = Map.copyOf(topic);
        view = Map.copyOf(view);
    }
}
