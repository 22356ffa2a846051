package dev.kafkaorders.lab.report;

import dev.kafkaorders.lab.faults.Blow;
import dev.kafkaorders.lab.faults.Fault;
import dev.kafkaorders.lab.faults.Landing;
import dev.kafkaorders.lab.faults.Target;
import java.time.Duration;

/// For how long killed producers held readers of `orders` back.
///
/// @param kills how many were killed
/// @param held after how many of them the last stable offset stood still, as a transaction was open
/// @param stall how long, the longest of the partitions
record StallFigures(int kills, int held, Spread stall) {
    private static final String PRODUCER = "order-producer";

    /// A standstill that begins later is another one's.
    private static final Duration SOON = Duration.ofSeconds(2);

    static StallFigures of(Run run) {
        var kills = run.landings().stream().filter(StallFigures::isKill).toList();
        var stalls =
                kills.stream()
                        .map(kill -> longest(kill, run))
                        .filter(Duration::isPositive)
                        .toList();
        return new StallFigures(kills.size(), stalls.size(), Spread.of(stalls));
    }

    private static boolean isKill(Landing landing) {
        return landing.fault() instanceof Fault(_, var blow, Target.Named(var name, _), _)
                && blow == Blow.KILL
                && name.startsWith(PRODUCER);
    }

    private static Duration longest(Landing kill, Run run) {
        var latest = kill.struck().plus(SOON);
        return run.stalls().stream()
                .filter(stall -> stall.from().isBefore(latest) && stall.to().isAfter(kill.struck()))
                .map(Stall::time)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
