package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.Liveness;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// `postmaster.pid`, by which a server claims its data directory: pid, data directory and start
/// second are its first lines. A server that was killed leaves it behind; a later process with the
/// same pid would then block the directory.
record PostmasterLock(Path file) {
    private static final Duration FROM_FORK_TO_FILE = Duration.ofSeconds(5);
    private static final Duration END = Duration.ofSeconds(10);

    /// Ends a server that still runs on the data directory, and removes the claim of one that
    /// doesn't.
    void release() {
        try {
            holder().ifPresent(PostmasterLock::end);
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> holder() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.size() < 3
                ? Optional.empty()
                : Liveness.living(
                        Long.parseLong(lines.get(0).strip()),
                        Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                        FROM_FORK_TO_FILE);
    }

    private static void end(ProcessHandle server) {
        // SIGQUIT's effect without its core: the log is replayed at the next start.
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        if (!Await.atMost(END, () -> !Liveness.isAlive(server))) {
            throw new StartFailed("PostgreSQL runs already, as process " + server.pid());
        }
    }
}
