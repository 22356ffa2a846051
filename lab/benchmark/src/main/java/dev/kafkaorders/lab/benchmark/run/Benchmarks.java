package dev.kafkaorders.lab.benchmark.run;

import dev.kafkaorders.lab.benchmark.accepting.Accepting;
import dev.kafkaorders.lab.benchmark.endtoend.EndToEnd;
import dev.kafkaorders.lab.benchmark.footprint.Footprint;
import dev.kafkaorders.lab.benchmark.frame.Benchmark;
import dev.kafkaorders.lab.benchmark.micro.Micro;
import dev.kafkaorders.lab.benchmark.paying.Paying;
import dev.kafkaorders.lab.benchmark.replaying.Replaying;
import dev.kafkaorders.lab.benchmark.scaling.InboxSize;
import dev.kafkaorders.lab.benchmark.scaling.Scaling;
import dev.kafkaorders.lab.benchmark.status.Status;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.List;
import java.util.stream.Collectors;

/// Every benchmark there is, in the order in which they are run: what depends on how much others
/// left in the topics comes first.
final class Benchmarks {
    private static final List<Benchmark> ALL =
            List.of(
                    new Footprint(),
                    new Accepting(),
                    new EndToEnd(),
                    new Paying(),
                    new Replaying(),
                    new Status(),
                    new Scaling(),
                    new InboxSize(),
                    new Micro());

    private Benchmarks() {}

    /// All when none are named.
    ///
    /// @throws StartFailed when there is none of a name
    static List<Benchmark> named(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        var named = ALL.stream().filter(one -> names.contains(one.name())).toList();
        if (named.size() < names.stream().distinct().count()) {
            throw new StartFailed(
                    "Not all of them are known: %s. There are %s."
                            .formatted(String.join(", ", names), names()));
        }
        return named;
    }

    static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }
}
