package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What a run folder remembers of a process. The start instant tells the process from a later one
/// that got the same pid.
record PidFile(long pid, Instant started, ProcessKind kind) {
    /// Start instants are counted from the boot time, which two JVMs can read a second apart when
    /// the clock is adjusted.
    private static final Duration CLOCK_ADJUSTMENT = Duration.ofSeconds(2);

    /// Empty when the process is gone already.
    static Optional<PidFile> of(ProcessHandle handle, ProcessKind kind) {
        return handle.info()
                .startInstant()
                .map(started -> new PidFile(handle.pid(), started, kind));
    }

    static PidFile ofThisProcess() {
        return of(ProcessHandle.current(), ProcessKind.SERVICE).orElseThrow();
    }

    /// Empty when there is no such file, or when what it says makes no sense (a disk that was
    /// full): then nothing can be said about any process, and nothing is ever killed on a guess.
    static Optional<PidFile> read(Path file) {
        try {
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return Optional.of(
                    new PidFile(
                            Long.parseLong(lines.getProperty("pid", "")),
                            Instant.parse(lines.getProperty("started", "")),
                            ProcessKind.valueOf(lines.getProperty("kind", ""))));
        } catch (NoSuchFileException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces the file at once, so that nobody reads half of it.
    void write(Path file) {
        try {
            var draft = Files.createTempFile(file.getParent(), "draft", "");
            Files.writeString(
                    draft, "pid=" + pid + "\nstarted=" + started + "\nkind=" + kind + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process, if it is alive and still the same one.
    Optional<ProcessHandle> living() {
        return Liveness.living(pid, started, CLOCK_ADJUSTMENT);
    }
}
