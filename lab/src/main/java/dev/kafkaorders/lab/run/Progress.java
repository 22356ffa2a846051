package dev.kafkaorders.lab.run;

import dev.kafkaorders.lab.faults.Attack;
import dev.kafkaorders.lab.load.Traffic;
import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;

/// Says every few seconds how it goes.
final class Progress {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Console console;
    private final Traffic traffic;
    private final PaymentsWatch payments;
    private final Attack attack;

    Progress(Console console, Traffic traffic, PaymentsWatch payments, Attack attack) {
        this.console = console;
        this.traffic = traffic;
        this.payments = payments;
        this.attack = attack;
    }

    /// Returns when the time is over.
    void showFor(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var left = time;
        while (left.isPositive()) {
            var pause = left.compareTo(BETWEEN_LINES) < 0 ? left : BETWEEN_LINES;
            Await.atMost(pause, () -> false);
            left = Duration.ofNanos(end - System.nanoTime());
            console.line(line(left));
        }
    }

    private String line(Duration left) {
        var afflicted = attack.afflicted();
        return "   %4d s left  %,d accepted, %,d refused, %,d unknown; %,d outcomes%s"
                .formatted(
                        Math.max(0, left.toSeconds()),
                        traffic.accepted(),
                        traffic.refused(),
                        traffic.unknown(),
                        payments.count(),
                        afflicted.isEmpty() ? "" : "; suffering: " + String.join(", ", afflicted));
    }
}
