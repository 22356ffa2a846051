package dev.kafkaorders.replayer.group;

import org.jspecify.annotations.Nullable;

/// How far a group is with a partition.
///
/// @param committed where the group goes on; null when it has committed nothing
/// @param logEnd the next offset to be written
/// @param lastStableOffset what is in front of it can be read by whoever reads committed records
///   only: no transaction is open there
/// @param lag what of that is left to be read; null when nothing was committed
public record Progress(
        String topic,
        int partition,
        @Nullable Long committed,
        long logEnd,
        long lastStableOffset,
        @Nullable Long lag) {

    static Progress of(
            String topic,
            int partition,
            @Nullable Long committed,
            long logEnd,
            long lastStableOffset) {
        var lag = committed == null ? null : Math.max(0, lastStableOffset - committed);
        return new Progress(topic, partition, committed, logEnd, lastStableOffset, lag);
    }
}
