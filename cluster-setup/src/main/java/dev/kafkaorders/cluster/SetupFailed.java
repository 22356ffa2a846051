package dev.kafkaorders.cluster;

import org.jspecify.annotations.Nullable;

/// The cluster refuses, or doesn't answer. What was done before stays; it can be run again.
public final class SetupFailed extends RuntimeException {

    SetupFailed(String message) {
        super(message);
    }

    SetupFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
