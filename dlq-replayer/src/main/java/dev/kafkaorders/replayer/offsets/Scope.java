package dev.kafkaorders.replayer.offsets;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/// Which partitions are reset.
///
/// @param topics all partitions of these
/// @param partitions and these
public record Scope(Set<String> topics, Set<TopicPartition> partitions) {

    /// All partitions of which the group has committed something.
    public static final Scope ALL = new Scope(Set.of(), Set.of());

    public Scope {
        topics = Set.copyOf(topics);
        partitions = Set.copyOf(partitions);
    }

    boolean isAll() {
        return topics.isEmpty() && partitions.isEmpty();
    }
}
