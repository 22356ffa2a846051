package dev.kafkaorders.lab.audit;

import java.util.List;

/// How far payment-consumer's consumer group has come.
///
/// @param next the record of each partition that it reads next; where there is none, the first
public record GroupOffsets(List<Place> next) {

    public GroupOffsets {
        next = List.copyOf(next);
    }

    /// Whether it has yet to take the record up.
    boolean isBefore(Place record) {
        return next.stream()
                .filter(place -> place.isInPartitionOf(record))
                .allMatch(place -> place.offset() <= record.offset());
    }
}
