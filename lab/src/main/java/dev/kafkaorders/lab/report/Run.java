package dev.kafkaorders.lab.report;

import dev.kafkaorders.lab.faults.Fault;
import dev.kafkaorders.lab.faults.Landing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that is known of a run.
///
/// @param command what makes the same run again
/// @param began when the load did
/// @param time how long there was load
/// @param landings the faults, by when they were struck
/// @param missed those that didn't land
/// @param requests by what was asked, then by what was answered
/// @param acceptances when requests were accepted
/// @param outcomes when outcomes of payments became visible
/// @param settled how long it took from the end of the load until nothing was left to do
/// @param circumstances whether the run was what it was meant to be
/// @param findings what the auditors say
public record Run(
        long seed,
        String command,
        Instant began,
        Duration time,
        List<Landing> landings,
        List<Fault> missed,
        Map<String, Map<String, Long>> requests,
        List<Instant> acceptances,
        List<Instant> outcomes,
        List<Stall> stalls,
        Duration settled,
        List<Finding> circumstances,
        List<Finding> findings) {
    public Run {
        landings = List.copyOf(landings);
        missed = List.copyOf(missed);
        requests = Map.copyOf(requests);
        acceptances = List.copyOf(acceptances);
        outcomes = List.copyOf(outcomes);
        stalls = List.copyOf(stalls);
        circumstances = List.copyOf(circumstances);
        findings = List.copyOf(findings);
    }

    /// Whether every promise was kept, in a run that put them to the test.
    public boolean holds() {
        return everything().allMatch(Finding::holds);
    }

    /// First the circumstances, then what the auditors say.
    public Stream<Finding> everything() {
        return Stream.concat(circumstances.stream(), findings.stream());
    }
}
