package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.replayer.ledger.State;
import java.util.List;
import java.util.UUID;

/// What came of correcting a dead letter.
public sealed interface CorrectionResult {

    /// The repaired event was written.
    ///
    /// @param correction what the record names as its replay
    record Corrected(UUID correction, EventId eventId, EventId replayOf, String topic)
            implements CorrectionResult {}

    record Missing() implements CorrectionResult {}

    /// There is nothing that a patch could be applied to, or no contract to hold it against.
    record NotCorrectable(String reason) implements CorrectionResult {}

    record Invalid(List<Violation> violations) implements CorrectionResult {}

    /// Something has become of it already.
    record Settled(State state) implements CorrectionResult {}
}
