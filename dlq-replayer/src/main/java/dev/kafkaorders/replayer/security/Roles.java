package dev.kafkaorders.replayer.security;

/// What somebody may.
final class Roles {

    /// Reads.
    static final String VIEWER = "viewer";

    /// Reads and acts.
    static final String OPERATOR = "operator";

    private Roles() {}
}
