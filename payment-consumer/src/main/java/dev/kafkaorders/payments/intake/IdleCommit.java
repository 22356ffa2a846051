package dev.kafkaorders.payments.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.stereotype.Component;

/// Commits where a partition that brings nothing has come to. Behind the last record stand the
/// markers of the transactions that wrote it; a consumer passes them without being told, so the
/// intake never commits them, and the lag of a group that has caught up would never be 0.
///
/// Skips no record: the position is in front of all that was not handed to the intake, and goes
/// back in front of what the intake stopped at or failed with. Such partitions are left alone all
/// the same. Of what was lost it may not be, and [MendedConsumer] commits nothing of that.
@Component
class IdleCommit {

    private static final Logger log = LoggerFactory.getLogger(IdleCommit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HeldPartitions held;
    private final Redelivery redelivery;
    private final Map<TopicPartition, Long> committed = new ConcurrentHashMap<>();

    IdleCommit(HeldPartitions held, Redelivery redelivery) {
        this.held = held;
        this.redelivery = redelivery;
    }

    /// Called on the consumer's thread, between two polls, after the intake has returned.
    @EventListener
    void idle(ListenerContainerPartitionIdleEvent event) {
        var partition = event.getTopicPartition();
        if (event.isPaused() || held.isHeld(partition) || redelivery.isInDoubt(partition)) {
            return;
        }
        try {
            commit(partition, event.getConsumer());
        } catch (KafkaException e) {
            // A rebalance, or Kafka is away: the next idle event tries again, here or elsewhere.
            log.atDebug()
                    .addKeyValue("topic", partition.topic())
                    .addKeyValue("partition", partition.partition())
                    .setCause(e)
                    .log("The position of an idle partition was not committed");
        }
    }

    /// These partitions are somebody else's now.
    void forget(Collection<TopicPartition> partitions) {
        committed.keySet().removeAll(Set.copyOf(partitions));
    }

    private void commit(TopicPartition partition, Consumer<?, ?> consumer) {
        var position = consumer.position(partition, PATIENCE);
        if (Long.valueOf(position).equals(committed.get(partition))) {
            return;
        }
        if (isBehind(partition, position, consumer)) {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(position)), PATIENCE);
        }
        committed.put(partition, position);
    }

    @SuppressWarnings("NullAway") // A partition without a commit is mapped to null.
    private static boolean isBehind(
            TopicPartition partition, long position, Consumer<?, ?> consumer) {
        var before = consumer.committed(Set.of(partition), PATIENCE).get(partition);
        return before == null || before.offset() < position;
    }
}
