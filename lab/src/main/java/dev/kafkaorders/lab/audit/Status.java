package dev.kafkaorders.lab.audit;

import java.util.List;

/// The latest record of an order in `order-status`.
///
/// @param state what clients are told
/// @param facts the records that it says to follow from
public record Status(String state, List<Place> facts) {

    public Status {
        facts = List.copyOf(facts);
    }
}
