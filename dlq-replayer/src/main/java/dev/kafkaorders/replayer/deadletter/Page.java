package dev.kafkaorders.replayer.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some dead letters, the newest first.
///
/// @param next where to go on; null when there are no more
/// @param scanned how many were looked at
public record Page(List<Finding> letters, @Nullable Cursor next, int scanned) {}
