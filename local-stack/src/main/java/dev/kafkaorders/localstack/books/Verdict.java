package dev.kafkaorders.localstack.books;

/// What became of an order.
public enum Verdict {
    /// Charged once.
    CAPTURED("captured"),
    /// Not charged.
    DECLINED("declined"),
    /// To be tried again, or behind something that is.
    RETRYING("retrying"),
    /// Failed for good, and kept for a person to look at.
    DEAD_LETTERED("dead-lettered"),
    /// Failed for good, and given up by a person.
    DISCARDED("discarded"),
    /// Missing in a place where it must be.
    LOST("lost"),
    /// Two different charges.
    CHARGED_TWICE("charged twice"),
    CONTRADICTORY("the topics and the database disagree");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// Whether a promise was broken.
    public boolean isViolation() {
        return switch (this) {
            case CAPTURED, DECLINED, RETRYING, DEAD_LETTERED, DISCARDED -> false;
            case LOST, CHARGED_TWICE, CONTRADICTORY -> true;
        };
    }
}
