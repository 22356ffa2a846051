package dev.kafkaorders.replayer.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kafkaorders.replayer.audit.Operation;
import org.jspecify.annotations.Nullable;

/// What the audit is told of replays.
final class ReplayAudit {

    private ReplayAudit() {}

    static Operation start(Replay planned) {
        return operation("replay-start", planned.by(), planned, null, standing(planned));
    }

    static Operation change(Replay replay, ReplayState wanted, String by) {
        var after = new Standing(wanted, null, null, null, null);
        return operation(name(wanted), by, replay, standing(replay), after);
    }

    /// It was done with all, or can't go on.
    static Operation end(Replay before, Replay after) {
        return operation("replay-end", after.by(), after, standing(before), standing(after));
    }

    static Standing standing(Replay replay) {
        return new Standing(
                replay.state(),
                replay.request(),
                replay.counts(),
                replay.remaining(),
                replay.reason());
    }

    private static Operation operation(
            String what, String who, Replay replay, @Nullable Standing before, Standing after) {
        return new Operation(who, what, replay.id().toString(), before, after);
    }

    private static String name(ReplayState wanted) {
        return switch (wanted) {
            case RUNNING -> "replay-resume";
            case PAUSED -> "replay-pause";
            case CANCELLED -> "replay-cancel";
            case DONE, FAILED -> "replay-end";
        };
    }

    /// How it stood with a replay.
    ///
    /// @param remaining how many offsets it had still to look at
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            ReplayState state,
            @Nullable ReplayRequest request,
            @Nullable Counts counts,
            @Nullable Long remaining,
            @Nullable String reason) {}
}
