package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/// Starts things side by side and says what is being waited for.
final class StartUp {
    private static final Duration BETWEEN_UPDATES = Duration.ofMillis(200);

    /// @param awaited what must come true for it to be ready, for people
    /// @param start returns when it is ready
    record Step(String name, String awaited, Runnable start) {}

    private final Console console;
    private final Set<String> waiting = new ConcurrentSkipListSet<>();

    StartUp(Console console) {
        this.console = console;
    }

    /// Returns when all are ready. When one fails, throws what it threw, after the others are done.
    void run(List<Step> steps) {
        var started = System.nanoTime();
        var clock = Thread.startVirtualThread(() -> showClock(started));
        try {
            steps.forEach(this::announce);
            InParallel.run(steps.stream().<Runnable>map(step -> () -> run(step, started)).toList());
        } finally {
            clock.interrupt();
        }
    }

    private void announce(Step step) {
        waiting.add(step.name());
        console.line("   %-17s waiting for %s".formatted(step.name(), step.awaited()));
    }

    private void run(Step step, long started) {
        step.start().run();
        waiting.remove(step.name());
        console.line(
                String.format(
                        Locale.ROOT, "   %-17s ready, %.1f s", step.name(), seconds(started)));
    }

    private void showClock(long started) {
        try {
            while (true) {
                Thread.sleep(BETWEEN_UPDATES);
                console.status(
                        String.format(
                                Locale.ROOT,
                                "   %.0f s, waiting for %s",
                                seconds(started),
                                waiting.stream().collect(Collectors.joining(", "))));
            }
        } catch (InterruptedException e) {
            // All are ready, or one failed: the clock stops.
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
