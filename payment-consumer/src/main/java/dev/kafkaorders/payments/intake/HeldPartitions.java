package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.intake.Stop.Reason.Obstacle;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// The partitions of this instance that wait, and why. Only remembers: a partition waits by
/// committed offset, so it still does after a restart or in another instance's hands.
@Component
class HeldPartitions {

    private final Map<TopicPartition, HeldPartition> held = new ConcurrentHashMap<>();
    private final Clock clock;

    HeldPartitions(Clock clock) {
        this.clock = clock;
    }

    /// The partition stopped. At the same record again, that is one more attempt.
    HeldPartition hold(TopicPartition partition, long offset, Obstacle obstacle) {
        var fresh = new HeldPartition(partition, offset, obstacle, 1, clock.instant());
        return held.merge(partition, fresh, (before, _) -> again(before, fresh));
    }

    /// These partitions got past whatever held them.
    void release(Set<TopicPartition> partitions) {
        held.keySet().removeAll(partitions);
    }

    /// These partitions are somebody else's now.
    void forget(Collection<TopicPartition> partitions) {
        held.keySet().removeAll(Set.copyOf(partitions));
    }

    boolean isHeld(TopicPartition partition) {
        return held.containsKey(partition);
    }

    /// How many wait for that reason.
    long behind(Obstacle obstacle) {
        return held.values().stream().filter(one -> one.obstacle().equals(obstacle)).count();
    }

    List<HeldPartition> current() {
        return List.copyOf(held.values());
    }

    private static HeldPartition again(HeldPartition before, HeldPartition now) {
        return before.offset() == now.offset()
                ? new HeldPartition(
                        now.partition(),
                        now.offset(),
                        now.obstacle(),
                        before.attempt() + 1,
                        before.since())
                : now;
    }
}
