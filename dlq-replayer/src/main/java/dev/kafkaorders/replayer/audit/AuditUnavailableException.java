package dev.kafkaorders.replayer.audit;

/// An intention was not written down, so nothing may be done.
public class AuditUnavailableException extends RuntimeException {

    AuditUnavailableException(Throwable cause) {
        super("the audit can't be written", cause);
    }
}
