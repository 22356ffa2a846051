package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A named process of a [ProcessFolder]. Whoever holds it need not be the JVM that started it.
public final class ChildProcess {
    private static final Duration DEATH = Duration.ofSeconds(10);

    private final String name;
    private final ProcessKind kind;
    private final ProcessHandle handle;
    private final Path log;

    ChildProcess(String name, ProcessKind kind, ProcessHandle handle, Path log) {
        this.name = name;
        this.kind = kind;
        this.handle = handle;
        this.log = log;
    }

    public String name() {
        return name;
    }

    public long pid() {
        return handle.pid();
    }

    /// Where standard output and standard error go.
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return Liveness.isAlive(handle);
    }

    ProcessKind kind() {
        return kind;
    }

    /// SIGKILL, to the process and to what it started itself (PostgreSQL's backends, which would
    /// otherwise hold its shared memory for a moment). Returns when they are gone.
    public void kill() {
        var doomed = Stream.concat(Stream.of(handle), handle.descendants()).toList();
        doomed.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(doomed);
    }

    /// SIGSTOP, to the process and to what it started itself: keeps all it has, connections too,
    /// and does nothing until [#resume()].
    public void suspend() {
        signal("STOP");
        // Only now, so that it starts no others meanwhile.
        handle.descendants().forEach(child -> signal("STOP", child));
    }

    /// SIGCONT. Does nothing to a process that was not suspended.
    public void resume() {
        handle.descendants().forEach(child -> signal("CONT", child));
        signal("CONT");
    }

    /// Whether it ended by itself in time.
    public boolean awaitEnd(Duration time) {
        return Await.atMost(time, () -> !isAlive());
    }

    /// An orderly stop; [#kill()] when that takes too long.
    public void stop() {
        requestStop();
        finishStop();
    }

    /// The first half of [#stop()]: returns at once.
    public void requestStop() {
        signal(kind.stopSignal());
    }

    private void signal(String name) {
        signal(name, handle);
    }

    /// ProcessHandle knows SIGTERM and SIGKILL only.
    private static void signal(String name, ProcessHandle to) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(to.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("`kill` can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void finishStop() {
        if (!awaitEnd(kind.patience())) {
            kill();
        }
    }

    private static void awaitEnd(List<ProcessHandle> doomed) {
        if (!Await.atMost(DEATH, () -> doomed.stream().noneMatch(Liveness::isAlive))) {
            throw new IllegalStateException("Still alive after SIGKILL: " + doomed);
        }
    }
}
