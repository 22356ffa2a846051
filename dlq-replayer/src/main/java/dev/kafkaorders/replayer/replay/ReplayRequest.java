package dev.kafkaorders.replayer.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What an operator asks for.
///
/// @param target the topic to write to; null for where each came from
/// @param rate dead letters per second at most; null for as fast as it goes
/// @param force replays also what was replayed or given up before
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayRequest(
        Selection selection, @Nullable String target, @Nullable Integer rate, boolean force) {

    public ReplayRequest {
        if (rate != null && rate < 1) {
            throw new IllegalArgumentException("rate is " + rate + ", not 1 or more");
        }
    }
}
