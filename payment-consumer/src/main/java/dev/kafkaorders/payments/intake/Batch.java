package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What a poll brought.
///
/// @param deliveries in the order of the log
/// @param polled where each partition goes on if nothing stops it
/// @param stops where partitions stop; more may be added while the batch is in work
record Batch(
        List<Delivery> deliveries, Map<TopicPartition, OffsetAndMetadata> polled, Stops stops) {

    Set<EventId> eventIds() {
        return deliveries.stream().map(Delivery::eventId).collect(Collectors.toSet());
    }

    /// The deliveries that no stop holds back.
    List<Delivery> passed() {
        return deliveries.stream().filter(stops::letPass).toList();
    }

    /// What to commit: each partition goes on behind the batch, or at its stop.
    Map<TopicPartition, OffsetAndMetadata> nextOffsets() {
        var next = new HashMap<>(polled);
        stops.byPartition()
                .forEach((partition, stop) ->
                        next.put(partition, new OffsetAndMetadata(stop.offset())));
        return next;
    }
}
