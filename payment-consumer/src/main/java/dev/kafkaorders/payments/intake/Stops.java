package dev.kafkaorders.payments.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// Where the partitions of a batch stop: at the first record of each that can't be handled. Records
/// in front of a stop go on, those behind it wait with it, and other partitions don't care.
///
/// Filled by many threads at once.
final class Stops {

    private final Map<TopicPartition, Stop> first = new ConcurrentHashMap<>();

    void at(TopicPartition partition, long offset, String reason) {
        var stop = new Stop(offset, reason);
        first.merge(partition, stop, (a, b) -> a.offset() <= b.offset() ? a : b);
    }

    /// Whether the record is in front of its partition's stop.
    boolean letPass(Delivery delivery) {
        var stop = first.get(delivery.partition());
        return stop == null || delivery.offset() < stop.offset();
    }

    Map<TopicPartition, Stop> byPartition() {
        return Map.copyOf(first);
    }
}
