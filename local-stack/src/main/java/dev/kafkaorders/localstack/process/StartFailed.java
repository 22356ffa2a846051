package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.util.Objects;

/// Something that was to run does not. The message is written for the person at the terminal: what
/// failed, and what to do or where to read on.
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String message) {
        super(message);
    }

    public StartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /// With the end of what the process said.
    public static StartFailed seeLog(String message, Path log) {
        return new StartFailed(message + "; the end of " + log + ":\n" + LogTail.of(log));
    }

    /// The message, which every one of these has.
    public String explanation() {
        return Objects.requireNonNull(getMessage());
    }
}
