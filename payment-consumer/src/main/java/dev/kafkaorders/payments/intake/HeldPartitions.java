package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.record.Position;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    HeldPartition hold(TopicPartition partition, long offset, String reason) {
        var fresh = new HeldPartition(partition, offset, reason, 1, clock.instant());
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

    /// Since when a partition waits in front of this very record, if it does.
    Optional<Instant> since(Position position) {
        return Optional.ofNullable(held.get(position.topicPartition()))
                .filter(there -> there.offset() == position.offset())
                .map(HeldPartition::since);
    }

    List<HeldPartition> current() {
        return List.copyOf(held.values());
    }

    private static HeldPartition again(HeldPartition before, HeldPartition now) {
        return before.offset() == now.offset()
                ? new HeldPartition(
                        now.partition(),
                        now.offset(),
                        now.reason(),
                        before.attempt() + 1,
                        before.since())
                : now;
    }
}
