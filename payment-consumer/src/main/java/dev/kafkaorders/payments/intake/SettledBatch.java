package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.payment.Payment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// A batch of which it is known what becomes of it.
///
/// @param passed the deliveries that it covers, in the order of the log
/// @param entries the events that were new
/// @param redelivered the events that were known, with how often they came in this batch
/// @param payments what the orders' payments are now
/// @param outcomes by event, new or known; empty where there is nothing to tell
/// @param nextOffsets what to commit
record SettledBatch(
        List<Delivery> passed,
        List<InboxEntry> entries,
        Map<EventId, Integer> redelivered,
        Map<UUID, Payment> payments,
        Map<EventId, Optional<Event<PaymentEvent>>> outcomes,
        Map<TopicPartition, OffsetAndMetadata> nextOffsets) {

    /// What is to be published: the outcome of each delivery, in the order of the log. A second
    /// delivery in the same batch is answered like the first.
    Collection<Event<PaymentEvent>> toPublish() {
        return passed.stream()
                .map(delivery -> outcomes.getOrDefault(delivery.eventId(), Optional.empty()))
                .flatMap(Optional::stream)
                .toList();
    }
}
