package dev.kafkaorders.lab.benchmark.result;

import dev.kafkaorders.lab.benchmark.frame.Measured;
import dev.kafkaorders.lab.benchmark.frame.Metric;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What an arm did in a cell.
///
/// @param rounds without the one that warmed up
/// @param failures why others came to nothing
public record ArmResult(
        String name, String guarantee, List<Measured> rounds, List<String> failures) {
    public ArmResult {
        rounds = List.copyOf(rounds);
        failures = List.copyOf(failures);
    }

    /// All that was measured, in the order in which the arm names it.
    public List<Metric> metrics() {
        return rounds.stream()
                .flatMap(round -> round.values().keySet().stream())
                .distinct()
                .toList();
    }

    /// Empty when no round measured it.
    public Optional<Spread> spread(Metric metric) {
        var values =
                rounds.stream()
                        .map(round -> round.values().get(metric))
                        .filter(Objects::nonNull)
                        .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }
}
