package dev.kafkaorders.lab.report;

import dev.kafkaorders.lab.faults.Blow;
import dev.kafkaorders.lab.faults.Family;
import dev.kafkaorders.lab.faults.Fault;
import dev.kafkaorders.lab.faults.Landing;
import dev.kafkaorders.lab.faults.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A minute of load in which order-producer-1 is killed after 10 seconds.
final class RunExample {
    static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");

    private RunExample() {}

    static Run with(List<Stall> stalls, List<Finding> findings) {
        var requests = IntStream.range(0, 600).mapToObj(i -> BEGAN.plusMillis(i * 100L)).toList();
        return new Run(
                7,
                "./demo chaos --seed 7",
                BEGAN,
                Duration.ofMinutes(1),
                List.of(kill(10)),
                List.of(),
                Map.of("place", Map.of("accepted", 600L)),
                requests,
                requests,
                stalls,
                Duration.ofSeconds(3),
                List.of(),
                findings);
    }

    private static Landing kill(int second) {
        var target = new Target.Named("order-producer-1", Family.SERVICES);
        var fault = new Fault(Duration.ofSeconds(second), Blow.KILL, target, Duration.ofSeconds(2));
        var struck = BEGAN.plusSeconds(second);
        return new Landing(
                fault,
                "order-producer-1",
                struck,
                "process 4711 is gone",
                struck.plusSeconds(2),
                struck.plusSeconds(8),
                true);
    }
}
