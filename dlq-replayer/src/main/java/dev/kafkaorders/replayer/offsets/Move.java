package dev.kafkaorders.replayer.offsets;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What a reset does to a partition.
///
/// @param before where the group went on; null when it had committed nothing
/// @param after where it will go on; null when it is to have committed nothing
/// @param redelivered how many offsets are read again; transactions' markers among them count too
/// @param skipped how many offsets are not read
/// @param note what was not possible as it was asked for; null if all was
public record Move(
        String topic,
        int partition,
        @Nullable Long before,
        @Nullable Long after,
        long redelivered,
        long skipped,
        @Nullable String note) {

    static Move of(
            TopicPartition partition,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable String note) {
        var distance = before == null || after == null ? 0 : after - before;
        return new Move(
                partition.topic(),
                partition.partition(),
                before,
                after,
                Math.max(0, -distance),
                Math.max(0, distance),
                note);
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /// The same, from where the group was found to be.
    Move from(@Nullable Long found) {
        return of(topicPartition(), found, after, note);
    }

    Move back() {
        return of(topicPartition(), /* before= */ after, /* after= */ before, null);
    }

    /// Whether the group is still where it was planned to be.
    boolean startsAt(@Nullable Long found) {
        return before == null ? found == null : before.equals(found);
    }

    /// Whether the group has only gone on since, as a running one does, and the reset still means
    /// the same: what was to go back still goes back, what was to be skipped is still ahead.
    boolean isStillMeantAt(@Nullable Long found) {
        if (startsAt(found)) {
            return true;
        }
        if (found == null || after == null || (before != null && found < before)) {
            return false;
        }
        return before == null || after <= before || found <= after;
    }
}
