package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;

/// The deliveries of one order, to be handled one after the other.
///
/// @param known what the inbox knows of their events and of whatever holds up the order
/// @param payment what the order's payment is so far
/// @param waiting what is kept of the order, with what the inbox knows of each
/// @param letters the headers of the dead letters that these deliveries led to before
record Lane(
        UUID orderId,
        List<Delivery> deliveries,
        Known known,
        Payment payment,
        List<Waiting> waiting,
        Map<EventId, List<Header>> letters) {

    Optional<InboxEntry> head() {
        return known.head(orderId);
    }

    /// Stops the partitions of this delivery and of all behind it. They are one partition, unless
    /// an event and a retry of an earlier one meet: even then none overtakes another.
    void stopFrom(Delivery first, Stops stops, Stop.Reason reason) {
        deliveries.stream()
                .skip(deliveries.indexOf(first))
                .forEach(delivery -> stops.at(delivery.position(), reason));
    }

    /// An event that is kept, as it was first written.
    record Waiting(Delivery delivery, InboxEntry entry) {}
}
