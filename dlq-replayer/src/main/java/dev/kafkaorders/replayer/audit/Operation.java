package dev.kafkaorders.replayer.audit;

import org.jspecify.annotations.Nullable;

/// Something that an operator wants done.
///
/// @param what the kind of operation, such as `replay-pause`
/// @param subject what it is done to
/// @param before how it is; becomes JSON
/// @param after how it is to be; becomes JSON
public record Operation(
        String who, String what, String subject, @Nullable Object before, @Nullable Object after) {}
