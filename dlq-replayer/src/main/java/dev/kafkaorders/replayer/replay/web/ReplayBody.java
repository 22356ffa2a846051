package dev.kafkaorders.replayer.replay.web;

import dev.kafkaorders.replayer.replay.ReplayRequest;
import dev.kafkaorders.replayer.replay.Selection;
import dev.kafkaorders.replayer.web.InvalidParameterException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an operator asks for, as JSON.
///
/// @param dryRun true unless it is said otherwise: only tells what would be done
record ReplayBody(
        @Nullable Selection selection,
        @Nullable String target,
        @Nullable Integer rate,
        @Nullable Boolean dryRun,
        @Nullable Boolean force) {

    ReplayRequest request() {
        if (selection == null) {
            throw new InvalidParameterException(
                    "$.selection", "is missing; it is one of ids, filter, or \"all\": true");
        }
        if (rate != null && rate < 1) {
            throw new InvalidParameterException("$.rate", "must be 1 or more, per second");
        }
        return new ReplayRequest(selection, target, rate, Boolean.TRUE.equals(force));
    }

    boolean isDryRun() {
        return Objects.requireNonNullElse(dryRun, true);
    }
}
