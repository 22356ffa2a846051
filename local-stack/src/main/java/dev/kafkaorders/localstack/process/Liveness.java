package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a process still runs. Not `ProcessHandle.isAlive()`: in a container whose first process
/// reaps nobody, a killed orphan stays in the process table as a zombie, which the JDK takes for
/// alive.
public final class Liveness {
    private Liveness() {}

    /// The process with this pid, if it is alive and was started then; an other start instant means
    /// a recycled pid.
    public static Optional<ProcessHandle> living(long pid, Instant started, Duration tolerance) {
        return ProcessHandle.of(pid)
                .filter(Liveness::isAlive)
                .filter(handle -> startedAbout(handle, started, tolerance));
    }

    public static boolean isAlive(ProcessHandle handle) {
        return handle.isAlive() && !isZombie(handle.pid());
    }

    private static boolean startedAbout(ProcessHandle handle, Instant started, Duration tolerance) {
        return handle.info()
                .startInstant()
                .filter(instant ->
                        Duration.between(instant, started).abs().compareTo(tolerance) <= 0)
                .isPresent();
    }

    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }
}
