package dev.kafkaorders.lab.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What an auditor found of one promise.
///
/// @param figure what was counted
/// @param evidence of what breaks the promise the first; none when it holds
public record Finding(String promise, String figure, List<String> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    @JsonProperty
    public boolean holds() {
        return evidence.isEmpty();
    }
}
