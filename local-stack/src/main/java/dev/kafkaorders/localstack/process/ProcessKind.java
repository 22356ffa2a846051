package dev.kafkaorders.localstack.process;

import java.time.Duration;

/// What a process is to the others. Stopped in this order: who uses before who is used.
public enum ProcessKind {
    SERVICE("TERM", Duration.ofSeconds(20)),

    /// Nodes leave one after the other while they still have a quorum; the last one waits for a
    /// controller that is gone, so patience is short. What is cut off is recovered from the log at
    /// the next start.
    BROKER("TERM", Duration.ofSeconds(4)),

    /// SIGINT is PostgreSQL's "fast" shutdown: open transactions are rolled back. SIGTERM would
    /// wait for clients to leave.
    DATABASE("INT", Duration.ofSeconds(10));

    private final String stopSignal;
    private final Duration patience;

    ProcessKind(String stopSignal, Duration patience) {
        this.stopSignal = stopSignal;
        this.patience = patience;
    }

    String stopSignal() {
        return stopSignal;
    }

    /// How long a process has for an orderly end before it is killed.
    Duration patience() {
        return patience;
    }
}
