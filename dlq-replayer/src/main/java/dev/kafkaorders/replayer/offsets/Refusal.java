package dev.kafkaorders.replayer.offsets;

import java.util.List;

/// Why a reset is not planned, or not done. Nothing was altered.
public sealed interface Refusal {

    /// There is no such group.
    record NoSuchGroup(String group) implements Refusal {}

    /// There is no such reset.
    record NoSuchReset() implements Refusal {}

    /// What was asked for can't be done to this group.
    record Impossible(String reason) implements Refusal {}

    /// Not in this state.
    record NotNow(Reset.State state) implements Refusal {}

    /// The group is not any more where it was.
    record Moved(List<String> partitions) implements Refusal {}

    /// Consumers are in the group.
    ///
    /// @param canStop whether they could be asked to stop
    record Active(String group, int members, boolean canStop) implements Refusal {}

    /// Consumers were asked to stop and did not in time, or came back.
    record NotStopped(String group) implements Refusal {}
}
