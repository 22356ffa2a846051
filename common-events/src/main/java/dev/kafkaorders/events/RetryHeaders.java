package dev.kafkaorders.events;

/// The names of the headers that a record has in a retry topic, beside those of the event and
/// spring-kafka's `kafka_dlt-…`, which tell where it came from and what went wrong last. A dead
/// letter has them too, but for [#DUE].
public final class RetryHeaders {

    /// How often the event was tried in vain, in decimal digits.
    public static final String ATTEMPTS = "retry-attempts";

    /// Not to be tried before this time (RFC 3339), by the clock of who wrote it.
    public static final String DUE = "retry-due";

    /// When it was first tried in vain (RFC 3339).
    public static final String FIRST_FAILURE = "retry-first-failure";

    private RetryHeaders() {}
}
