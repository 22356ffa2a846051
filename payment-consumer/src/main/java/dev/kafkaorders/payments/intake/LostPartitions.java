package dev.kafkaorders.payments.intake;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/// Forgets what was known of partitions that go to another member; whoever gets them starts from
/// their committed offsets. Called between polls, so no batch is in work.
@Component
class LostPartitions implements ConsumerAwareRebalanceListener {

    private final HeldPartitions held;
    private final Redelivery redelivery;
    private final IdleCommit idleCommit;

    LostPartitions(HeldPartitions held, Redelivery redelivery, IdleCommit idleCommit) {
        this.held = held;
        this.redelivery = redelivery;
        this.idleCommit = idleCommit;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        held.forget(partitions);
        redelivery.forget(partitions);
        idleCommit.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        onPartitionsRevoked(partitions);
    }
}
