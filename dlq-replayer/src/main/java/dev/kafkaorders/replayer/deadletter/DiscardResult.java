package dev.kafkaorders.replayer.deadletter;

import dev.kafkaorders.replayer.ledger.DeadLetterId;
import java.util.List;

/// What came of giving dead letters up.
public sealed interface DiscardResult {

    /// They are given up.
    ///
    /// @param already how many had been given up before
    record Discarded(int discarded, int already) implements DiscardResult {}

    /// There are no such dead letters. Nothing was written.
    record Missing(List<DeadLetterId> ids) implements DiscardResult {}

    /// These took effect again, or may have. Nothing was written.
    record AlreadyReplayed(List<DeadLetterId> ids) implements DiscardResult {}
}
