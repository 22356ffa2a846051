package dev.kafkaorders.lab.audit;

/// Holds a history against one promise. Keeps nothing from one history to the next, and takes the
/// word of no service.
public interface Auditor {

    /// The promise, in a sentence.
    String promise();

    Verdict audit(History history);
}
