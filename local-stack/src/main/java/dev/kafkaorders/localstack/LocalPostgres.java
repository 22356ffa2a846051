package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;

/// A [PostgresServer] that runs as long as this JVM, or until it is closed.
public final class LocalPostgres implements AutoCloseable {
    private final Custody custody;
    private final PostgresServer server;

    private LocalPostgres(Custody custody, PostgresServer server) {
        this.custody = custody;
        this.server = server;
    }

    /// Returns when the server answers queries.
    ///
    /// @throws StartFailed when it can't be; then nothing is left running
    public static LocalPostgres start(PostgresSettings settings) {
        var processes = new ProcessFolder(settings.directory());
        var custody = Custody.of(processes, settings.farewell());
        try {
            var server = new PostgresServer(settings, processes);
            server.start();
            return new LocalPostgres(custody, server);
        } catch (RuntimeException e) {
            custody.close();
            throw e;
        }
    }

    /// Starts it again after [#kill()]; returns when it answers queries.
    public void start() {
        server.start();
    }

    /// See [PostgresServer#kill()].
    public void kill() {
        server.kill();
    }

    /// See [PostgresServer#createDatabase(String)].
    public void createDatabase(String name) {
        server.createDatabase(name);
    }

    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    @Override
    public void close() {
        custody.close();
    }
}
