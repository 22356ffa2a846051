package dev.kafkaorders.replayer.writing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with the writer.
public sealed interface Standing {

    /// It has no producer yet, or has lost it, or reads what was written before.
    ///
    /// @param obstacle what went wrong last
    record Starting(@Nullable String obstacle) implements Standing {}

    record Writing() implements Standing {}

    /// Another instance writes now. This one only reads, until it is started again.
    record TakenOver(String instance, Instant at) implements Standing {}

    record Stopped() implements Standing {}
}
