package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.intake.Stop.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.TaskScheduler;

/// Has a partition wait in front of a record: the consumer goes back to it and doesn't fetch from
/// that partition until it is time. It stays a member and reads its other partitions. Whoever gets
/// the partition meanwhile finds the same record first.
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
        switch (stop.reason()) {
            case Reason.NextPoll _ -> held.release(Set.of(partition));
            case Reason.NotDue(var due) -> {
                held.release(Set.of(partition));
                pauseUntil(due, partition);
            }
            case Reason.Obstacle obstacle -> {
                var hold = held.hold(partition, stop.offset(), obstacle);
                log.atWarn()
                        .addKeyValue("topic", partition.topic())
                        .addKeyValue("partition", partition.partition())
                        .addKeyValue("offset", stop.offset())
                        .addKeyValue("consumerGroup", container.getGroupId())
                        .addKeyValue("attempt", hold.attempt())
                        .addKeyValue("reason", obstacle.text())
                        .log("A partition waits in front of a record");
                pauseUntil(clock.instant().plus(settings.waitAfter(hold.attempt())), partition);
            }
        }
    }

    private void pauseUntil(Instant time, TopicPartition partition) {
        container.pausePartition(partition);
        try {
            var _ = scheduler.schedule(() -> container.resumePartition(partition), time);
        } catch (TaskRejectedException _) {
            // The service stops: whoever gets the partition tries the record next.
            log.atDebug().addKeyValue("partition", partition).log("No more attempts here");
        }
    }

    void release(Set<TopicPartition> partitions) {
        held.release(partitions);
    }
}
