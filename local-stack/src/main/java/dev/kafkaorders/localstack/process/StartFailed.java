package dev.kafkaorders.localstack.process;

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
}
