package dev.kafkaorders.lab.audit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Topics;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;

/// What the ledger says was brought back is in `orders` once, and what came back is in the ledger.
final class ReplaysHappenOnce implements Auditor {

    @Override
    public String promise() {
        return "Each replay happens exactly once";
    }

    @Override
    public Verdict audit(History history) {
        var findings = new Findings();
        var letters = history.deadLetters().collect(toMap(Written::place, Written::id));
        var broughtBack =
                history.on(Topics.ORDERS)
                        .filter(record -> record.labels().replay() != null)
                        .collect(groupingBy(ReplaysHappenOnce::returned, counting()));
        var entered = new HashSet<Return>();
        for (var replay : history.replays()) {
            var event =
                    replay.correctedAs() == null
                            ? letters.get(replay.letter())
                            : replay.correctedAs();
            if (event == null) {
                findings.add("%s was replayed, and no dead letter lies there", replay.letter());
                continue;
            }
            var expected = new Return(replay.replay(), event, replay.count());
            entered.add(expected);
            var times = broughtBack.getOrDefault(expected, 0L);
            findings.unless(
                    times == 1,
                    "%s was replayed by %s, and came back %d times",
                    replay.letter(),
                    replay.replay(),
                    times);
        }
        broughtBack.keySet().stream()
                .filter(returned -> !entered.contains(returned))
                .forEach(returned -> findings.add("%s is not in the ledger", returned));
        return findings.verdict("%d replays", entered.size());
    }

    private static Return returned(Written record) {
        var labels = record.labels();
        return new Return(
                Objects.requireNonNull(labels.replay()), record.id(), labels.replayCount());
    }

    private record Return(UUID replay, EventId event, int count) {}
}
