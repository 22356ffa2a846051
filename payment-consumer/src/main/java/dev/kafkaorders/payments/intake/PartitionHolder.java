package dev.kafkaorders.payments.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.TaskScheduler;

/// Has a partition wait in front of a record: the consumer goes back to it and doesn't fetch from
/// that partition until the next attempt is due. It stays a member and reads its other partitions.
final class PartitionHolder {

    private static final Logger log = LoggerFactory.getLogger(PartitionHolder.class);

    private final HeldPartitions held;
    private final MessageListenerContainer container;
    private final TaskScheduler scheduler;
    private final IntakeSettings settings;
    private final Clock clock;

    PartitionHolder(
            HeldPartitions held,
            MessageListenerContainer container,
            TaskScheduler scheduler,
            IntakeSettings settings,
            Clock clock) {
        this.held = held;
        this.container = container;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /// To be called on the consumer's thread.
    void hold(TopicPartition partition, Stop stop, Consumer<?, ?> consumer) {
        consumer.seek(partition, stop.offset());
        container.pausePartition(partition);
        var hold = held.hold(partition, stop);
        log.atError()
                .addKeyValue("topic", partition.topic())
                .addKeyValue("partition", partition.partition())
                .addKeyValue("offset", stop.offset())
                .addKeyValue("consumerGroup", container.getGroupId())
                .addKeyValue("attempt", hold.attempt())
                .addKeyValue("reason", stop.reason())
                .log("A record can't be handled, its partition waits");
        resumeLater(partition, settings.waitAfter(hold.attempt()));
    }

    private void resumeLater(TopicPartition partition, Duration wait) {
        try {
            var _ =
                    scheduler.schedule(
                            () -> container.resumePartition(partition), clock.instant().plus(wait));
        } catch (TaskRejectedException _) {
            // The service stops: whoever gets the partition tries the record next.
            log.atDebug().addKeyValue("partition", partition).log("No more attempts here");
        }
    }

    void release(Set<TopicPartition> partitions) {
        held.release(partitions);
    }
}
