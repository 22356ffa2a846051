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
    // Fields 3 and 20 of proc_pid_stat(5), counted from behind the command's name.
    private static final int STATE = 0;
    private static final int THREADS = 17;

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

    /// A killed JVM's first thread may be a zombie while others still close its files and ports;
    /// only with the last thread is the process gone.
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return afterName[STATE].equals("Z") && Integer.parseInt(afterName[THREADS]) <= 1;
        } catch (IOException e) {
            return false;
        }
    }
}
