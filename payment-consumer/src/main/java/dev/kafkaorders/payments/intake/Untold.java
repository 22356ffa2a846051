package dev.kafkaorders.payments.intake;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Holds back what would be told before what it follows.
///
/// An order that comes back from a retry topic is entered into the database by one thread and told
/// by that thread's Kafka transaction: a moment later, or much later while brokers are away. Its
/// cancellation comes by another partition, maybe to another instance, which finds the order
/// settled and would tell of the refund before anybody told of the capture. Within a partition that
/// can't be: it goes on where Kafka has heard.
///
/// Only what the group reads now is waited for. A retry topic that was taken out of the settings
/// has run empty, so Kafka has heard; once it is dropped, Kafka can't say so any more.
@Component
class Untold {

    private final Set<String> topics;

    Untold(RetrySchedule schedule) {
        topics =
                Stream.concat(Stream.of(Topics.ORDERS), schedule.topics().stream())
                        .collect(toUnmodifiableSet());
    }

    /// The event that must be told before this one, by the id that it was first written with. A
    /// corrected copy of it has another.
    static Optional<EventId> before(Delivery delivery) {
        return delivery.content() instanceof Content.Order(OrderCancelled cancelled)
                ? Optional.of(EventId.of(cancelled.orderId(), EventType.ORDER_PLACED))
                : Optional.empty();
    }

    /// Stops partitions in front of what has to wait. Kafka is asked only where somebody might.
    ///
    /// @param retried what was settled by retries, of the orders that are cancelled
    void stop(
            Batch batch,
            Known known,
            Map<UUID, List<InboxEntry>> retried,
            Membership member,
            Stops stops) {
        var waiting =
                batch.deliveries().stream().flatMap(one -> waiting(one, known, retried)).toList();
        if (waiting.isEmpty()) {
            return;
        }
        var committed = committed(waiting, member);
        for (var one : waiting) {
            var next = committed.get(one.behind().topicPartition());
            if (next == null || next.offset() <= one.behind().offset()) {
                stops.at(one.delivery().position(), Stop.Reason.UNTOLD);
            }
        }
    }

    private Stream<Waiting> waiting(
            Delivery delivery, Known known, Map<UUID, List<InboxEntry>> retried) {
        var before = before(delivery);
        if (before.isEmpty() || known.event(delivery.eventId()).isPresent()) {
            return Stream.empty();
        }
        return Stream.concat(
                        before.flatMap(known::event).stream(),
                        retried.getOrDefault(delivery.orderId(), List.of()).stream())
                .filter(entry -> entry.state() == EventState.SETTLED)
                .map(InboxEntry::decidedBy)
                .filter(position -> topics.contains(position.topic()))
                .filter(position ->
                        !position.topicPartition().equals(delivery.position().topicPartition()))
                .map(position -> new Waiting(delivery, position));
    }

    @SuppressWarnings("NullAway") // A partition without a commit is mapped to null.
    private static Map<TopicPartition, OffsetAndMetadata> committed(
            List<Waiting> waiting, Membership member) {
        return member.committed(
                waiting.stream().map(one -> one.behind().topicPartition()).collect(toSet()));
    }

    /// @param behind the delivery that decided about what it follows
    private record Waiting(Delivery delivery, Position behind) {}
}
