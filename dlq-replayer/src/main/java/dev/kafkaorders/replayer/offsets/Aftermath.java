package dev.kafkaorders.replayer.offsets;

import dev.kafkaorders.replayer.offsets.Reset.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What came of a reset that was interrupted, by where its group is now. The only place that says
/// so.
///
/// @param reason for a person; null when all was done
record Aftermath(State state, @Nullable String reason) {

    /// Empty as long as somebody may still be carrying it out.
    ///
    /// @param deadline how long after its last step nobody does any more
    static Optional<Aftermath> of(
            Reset reset, Map<TopicPartition, Long> committed, Instant now, Duration deadline) {
        var isOver = now.isAfter(reset.at().plus(deadline));
        return switch (reset.state()) {
            case STOPPING ->
                    isOver
                            ? failed("interrupted while the group was stopped: nothing was altered")
                            : Optional.empty();
            case EXECUTING -> {
                if (isAt(reset, committed)) {
                    yield Optional.of(new Aftermath(State.EXECUTED, null));
                }
                yield isOver ? unfinished(reset, committed) : Optional.empty();
            }
            case PLANNED, EXECUTED, FAILED, INTERRUPTED, UNDONE -> Optional.empty();
        };
    }

    private static Optional<Aftermath> unfinished(
            Reset reset, Map<TopicPartition, Long> committed) {
        var unmoved =
                reset.partitions().stream()
                        .allMatch(move -> move.startsAt(committed.get(move.topicPartition())));
        return unmoved
                ? failed("interrupted: the offsets are where they were")
                : Optional.of(
                        new Aftermath(
                                State.INTERRUPTED,
                                "interrupted, and the group has gone on since: look at its offsets"
                                        + " whether they were altered"));
    }

    private static boolean isAt(Reset reset, Map<TopicPartition, Long> committed) {
        return reset.partitions().stream()
                .map(Move::back)
                .allMatch(back -> back.startsAt(committed.get(back.topicPartition())));
    }

    private static Optional<Aftermath> failed(String reason) {
        return Optional.of(new Aftermath(State.FAILED, reason));
    }
}
