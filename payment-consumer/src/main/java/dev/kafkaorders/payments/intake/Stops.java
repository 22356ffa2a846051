package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Position;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/// Where the partitions of a batch stop: each at the first of its records that can't be handled
/// now. Records in front of a stop go on, those behind it wait with it, and other partitions don't
/// care.
///
/// Filled by many threads at once.
final class Stops {

    private final Map<TopicPartition, Stop> first = new ConcurrentHashMap<>();

    void at(Position position, Reason reason) {
        var stop = new Stop(position.offset(), reason);
        first.merge(position.topicPartition(), stop, (a, b) -> a.offset() <= b.offset() ? a : b);
    }

    /// Whether the delivery is in front of its partition's stop.
    boolean letPass(Delivery delivery) {
        var stop = first.get(delivery.position().topicPartition());
        return stop == null || delivery.position().offset() < stop.offset();
    }

    Map<TopicPartition, Stop> byPartition() {
        return Map.copyOf(first);
    }

    Stops copy() {
        var copy = new Stops();
        copy.first.putAll(first);
        return copy;
    }
}
