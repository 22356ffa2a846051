package dev.kafkaorders.replayer.deadletter.web;

import java.util.UUID;

/// A correction as the API shows it.
///
/// @param replayId what the record names as its replay, and the ledger too
/// @param eventId the new event
/// @param replayOf the dead one
/// @param topic where it was written
record CorrectionView(UUID replayId, UUID eventId, UUID replayOf, String topic) {}
