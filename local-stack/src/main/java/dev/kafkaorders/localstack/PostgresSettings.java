package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a PostgreSQL server lives.
///
/// @param directory its data, password and logs
/// @param farewell what becomes of the directory when whoever started the server is done
public record PostgresSettings(Path directory, int port, Farewell farewell) {
    /// A server that outlives its starter on disk, to be started again.
    public static PostgresSettings in(Path directory, int port) {
        return new PostgresSettings(directory, port, Farewell.STOP);
    }

    /// A server for tests: any free port, and nothing left of it afterwards.
    public static PostgresSettings ephemeral() {
        try {
            return new PostgresSettings(
                    Files.createTempDirectory("local-postgres"),
                    FreePorts.some(1).getFirst(),
                    Farewell.DISCARD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
