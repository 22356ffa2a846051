package dev.kafkaorders.replayer.group;

import java.util.List;

/// A consumer group as the brokers see it.
///
/// @param type `Classic` or `Consumer` (KIP-848)
/// @param state such as `Stable` or `Empty`
/// @param members none when it is empty, or its consumers assign themselves
/// @param lag of all partitions together
public record ConsumerGroup(
        String group,
        String type,
        String state,
        List<Member> members,
        long lag,
        List<Progress> partitions) {

    /// Whether consumers are in it, so that nobody else may alter its offsets.
    public boolean isActive() {
        return !members.isEmpty();
    }
}
