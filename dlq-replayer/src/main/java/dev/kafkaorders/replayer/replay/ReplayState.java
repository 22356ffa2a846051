package dev.kafkaorders.replayer.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How it stands with a replay.
public enum ReplayState {
    RUNNING,
    PAUSED,
    /// Kafka refuses to take a record. It can be resumed once that is repaired.
    FAILED,
    DONE,
    CANCELLED;

    boolean mayBecome(ReplayState next) {
        return switch (this) {
            case RUNNING -> next != RUNNING;
            case PAUSED, FAILED -> next == RUNNING || next == CANCELLED;
            case DONE, CANCELLED -> false;
        };
    }

    public boolean isEnded() {
        return this == DONE || this == CANCELLED;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ReplayState named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
