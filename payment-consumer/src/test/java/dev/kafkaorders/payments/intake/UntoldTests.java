package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UntoldTests {

    private static final String RETRY = "group.retry.1s";

    private final UUID orderId = UUID.randomUUID();
    private final Delivery cancelled =
            Deliveries.at("orders", 0, 7, new OrderCancelled(orderId, "changed my mind"));
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

    @Test
    void waitsForARetryThatIsNotCommitted() {
        commit(RETRY, 5);
        assertThat(stopsBehind(RETRY, 5))
                .containsExactly(
                        Map.entry(
                                cancelled.position().topicPartition(),
                                new Stop(7, Stop.Reason.UNTOLD)));
    }

    @Test
    void waitsForARetryOfATopicOfWhichNothingIsCommittedYet() {
        assertThat(stopsBehind(RETRY, 0)).hasSize(1);
    }

    @Test
    void goesOnWhenTheRetryIsCommitted() {
        commit(RETRY, 6);
        assertThat(stopsBehind(RETRY, 5)).isEmpty();
    }

    /// What was committed of a topic is forgotten with the topic.
    @Test
    void doesNotWaitForATopicThatIsReadNoMore() {
        assertThat(stopsBehind("group.retry.30s", 5)).isEmpty();
    }

    /// It has an id of its own.
    @Test
    void waitsForACorrectedCopyThatARetrySettled() {
        var corrected = settled(new EventId(UUID.randomUUID()), RETRY, 5);
        commit(RETRY, 5);
        assertThat(stops(List.of(), Map.of(orderId, List.of(corrected)))).hasSize(1);
        commit(RETRY, 6);
        assertThat(stops(List.of(), Map.of(orderId, List.of(corrected)))).isEmpty();
    }

    private void commit(String topic, long offset) {
        committed.put(new TopicPartition(topic, 0), new OffsetAndMetadata(offset));
    }

    /// Where partitions stop when the order was settled by that delivery.
    private Map<TopicPartition, Stop> stopsBehind(String topic, long offset) {
        var placed = settled(EventId.of(orderId, EventType.ORDER_PLACED), topic, offset);
        return stops(List.of(placed), Map.of());
    }

    private InboxEntry settled(EventId eventId, String topic, long offset) {
        return new InboxEntry(
                eventId,
                orderId,
                EventState.SETTLED,
                0,
                new Position(topic, 0, offset),
                Optional.empty(),
                Optional.empty());
    }

    private Map<TopicPartition, Stop> stops(
            List<InboxEntry> known, Map<UUID, List<InboxEntry>> retried) {
        var stops = new Stops();
        var schedule = new RetrySchedule("group", List.of(Duration.ofSeconds(1)));
        new Untold(schedule)
                .stop(
                        new Batch(List.of(cancelled), Map.of(), new Stops()),
                        new Known(known),
                        retried,
                        new Member(committed),
                        stops);
        return stops.byPartition();
    }

    private record Member(Map<TopicPartition, OffsetAndMetadata> offsets) implements Membership {

        @Override
        public ConsumerGroupMetadata metadata() {
            throw new AssertionError("nothing is committed here");
        }

        @Override
        public Map<TopicPartition, OffsetAndMetadata> committed(Set<TopicPartition> partitions) {
            var answer = new HashMap<TopicPartition, OffsetAndMetadata>();
            partitions.forEach(partition -> answer.put(partition, offsets.get(partition)));
            return answer;
        }
    }
}
