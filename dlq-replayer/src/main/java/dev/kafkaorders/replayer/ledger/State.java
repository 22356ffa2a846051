package dev.kafkaorders.replayer.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What has become of a dead letter.
public enum State {
    /// Nothing yet.
    OPEN,
    /// It went back to a topic, as it was or corrected.
    REPLAYED,
    /// It was given up.
    DISCARDED,
    /// It was to be replayed, but has been too often already.
    QUARANTINED;

    /// Reads what [#text] wrote.
    ///
    /// @throws IllegalArgumentException when there is no such state
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static State named(String text) {
        for (var state : values()) {
            if (state.text().equals(text)) {
                return state;
            }
        }
        throw new IllegalArgumentException("not open, replayed, discarded or quarantined");
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
