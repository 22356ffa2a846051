package dev.kafkaorders.replayer.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// The password was not even looked at.
final class TooManyFailedLoginsException extends AuthenticationException {

    private final Duration left;

    TooManyFailedLoginsException(Duration left) {
        super("too many log-ins have failed");
        this.left = left;
    }

    /// How long until log-ins are possible again.
    Duration left() {
        return left;
    }
}
