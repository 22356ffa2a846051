package dev.kafkaorders.lab.audit;

import java.util.List;

/// What an auditor found.
public sealed interface Verdict {

    /// What was looked at, in numbers, for a report's line.
    String figure();

    /// The promise was kept. A figure of zeros tells that it was not put to the test.
    record Holds(String figure) implements Verdict {}

    /// The promise was broken.
    ///
    /// @param violations how often
    /// @param evidence the first of them, each in a sentence
    record Broken(String figure, long violations, List<String> evidence) implements Verdict {
        public Broken {
            evidence = List.copyOf(evidence);
        }
    }
}
