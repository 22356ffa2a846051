package dev.kafkaorders.payments.intake;

import java.util.List;
import java.util.UUID;

/// The new events of one order, to be settled one after the other.
record Lane(UUID orderId, List<Delivery> deliveries) {

    /// Stops the partitions of this delivery and of all behind it. They are one partition, unless
    /// somebody wrote an order's events to several: even then none overtakes another.
    void stopFrom(Delivery first, Stops stops, String reason) {
        deliveries.stream()
                .skip(deliveries.indexOf(first))
                .forEach(delivery -> stops.at(delivery.partition(), delivery.offset(), reason));
    }
}
