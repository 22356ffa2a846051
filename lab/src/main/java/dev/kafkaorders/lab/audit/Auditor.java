package dev.kafkaorders.lab.audit;

/// Holds a history against one promise. Keeps nothing from one history to the next, and takes the
/// word of no service.
public interface Auditor {

    /// The promise, in a sentence.
    String promise();

    /// Short, such as `OrderIsKept`.
    default String name() {
        return getClass().getSimpleName();
    }

    Verdict audit(History history);
}
