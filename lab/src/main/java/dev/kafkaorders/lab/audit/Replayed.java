package dev.kafkaorders.lab.audit;

import dev.kafkaorders.events.EventId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dead letter that was brought back, by dlq-replayer's ledger.
///
/// @param letter where it lies
/// @param count how often its event had been brought back then, this time included
/// @param correctedAs the event that took its place; null where it came back as it was
public record Replayed(Place letter, UUID replay, int count, @Nullable EventId correctedAs) {}
