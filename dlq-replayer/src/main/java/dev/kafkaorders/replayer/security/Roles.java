package dev.kafkaorders.replayer.security;

import java.util.Set;

/// What somebody may.
final class Roles {

    /// Reads metrics, for a machine: nothing that a dead letter holds.
    static final String METRICS = "metrics";

    /// Reads.
    static final String VIEWER = "viewer";

    /// Reads and acts.
    static final String OPERATOR = "operator";

    static final Set<String> ALL = Set.of(METRICS, VIEWER, OPERATOR);

    private Roles() {}
}
