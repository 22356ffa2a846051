package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Says when a process ends or is started again, whoever did it.
final class Comings {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ProcessFolder processes;
    private final Console console;

    Comings(ProcessFolder processes, Console console) {
        this.processes = processes;
        this.console = console;
    }

    /// Until this thread is interrupted or the JVM ends.
    void reportForever() {
        var before = pids();
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                var now = pids();
                report(before, now, "ended");
                report(now, before, "started");
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Map<String, Long> those, Map<String, Long> others, String what) {
        those.forEach((name, pid) -> {
            if (!pid.equals(others.get(name))) {
                console.line("   %-17s %s (process %d)".formatted(name, what, pid));
            }
        });
    }

    private Map<String, Long> pids() {
        return processes.running().stream()
                .collect(Collectors.toMap(ChildProcess::name, ChildProcess::pid));
    }
}
