package dev.kafkaorders.replayer.writing;

/// Nobody can say whether it was written. Whoever sends it again may have it done twice.
public final class OutcomeUnknownException extends RuntimeException {

    OutcomeUnknownException(Throwable cause) {
        super("whether it was committed is not known", cause);
    }
}
