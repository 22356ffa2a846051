package dev.kafkaorders.replayer.writing;

/// Nothing was written.
public final class CannotWriteException extends RuntimeException {

    private final Standing standing;

    CannotWriteException(Standing standing) {
        super(standing.toString());
        this.standing = standing;
    }

    CannotWriteException(Standing standing, Throwable cause) {
        super(standing.toString(), cause);
        this.standing = standing;
    }

    /// How it stands with the writer.
    public Standing standing() {
        return standing;
    }
}
