package dev.kafkaorders.lab.faults;

import java.util.Locale;

/// What is done to a target.
public enum Blow {
    /// SIGKILL; it is started again after a while.
    KILL,

    /// SIGSTOP, and SIGCONT after a while: it keeps its connections and its belief to be alive.
    PAUSE,

    /// An orderly stop, and a start at once.
    RESTART,

    /// Its connections to all brokers end, and new ones are refused for a while.
    CUT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
