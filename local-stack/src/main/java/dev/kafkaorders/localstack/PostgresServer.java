package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.DirectoryTree;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.ProcessKind;
import dev.kafkaorders.localstack.process.ProcessSpec;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A PostgreSQL server in a process folder. Whoever starts it answers for ending it;
/// [LocalPostgres] does both.
public final class PostgresServer {
    static final String NAME = "postgres";

    private static final String USER = "kafkaorders";
    private static final Duration START = Duration.ofMinutes(1);

    private final PostgresSettings settings;
    private final ProcessFolder processes;
    private final PostgresDistribution distribution;
    private final PasswordFile password;

    /// Starts nothing yet.
    ///
    /// @throws StartFailed when there is no PostgreSQL for this machine
    public PostgresServer(PostgresSettings settings, ProcessFolder processes) {
        this.settings = settings;
        this.processes = processes;
        distribution = PostgresDistribution.locate();
        password = new PasswordFile(settings.directory().resolve("postgres.password"));
    }

    /// Returns when the server answers queries. On the data of a killed server that is after it
    /// replayed its log; a server that still runs on them is killed first.
    ///
    /// @throws StartFailed when it ends, or a minute is not enough
    public void start() {
        if (!Files.exists(data())) {
            initialise();
        }
        if (processes.running(NAME).isEmpty()) {
            new PostmasterLock(data().resolve("postmaster.pid")).release();
        }
        var server = processes.start(spec(NAME, run()));
        var answered = Await.atMost(START, () -> !server.isAlive() || isReady());
        if (!answered || !server.isAlive()) {
            throw StartFailed.seeLog("PostgreSQL doesn't answer", server.log());
        }
    }

    /// SIGKILL, to the backends too. Does nothing when the server doesn't run.
    public void kill() {
        processes.running(NAME).ifPresent(ChildProcess::kill);
    }

    public boolean isReady() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /// Does nothing when it is there already.
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (var connection = connect();
                var exists =
                        connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.prepareStatement("create database " + name)) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                create.execute();
            }
        } catch (SQLException e) {
            throw new StartFailed("Can't create the database " + name + ": " + e.getMessage(), e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), database);
    }

    public String user() {
        return USER;
    }

    /// Chosen at random for this directory.
    public String password() {
        return password.password();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), user(), password());
    }

    /// Under another name first, so that the data directory is there only when it is whole.
    private void initialise() {
        try {
            var unfinished = settings.directory().resolve("postgres.unfinished");
            DirectoryTree.delete(unfinished);
            password();
            var initialisation = processes.start(spec(NAME + "-init", initialise(unfinished)));
            if (!initialisation.awaitEnd(START)
                    || !Files.exists(unfinished.resolve("PG_VERSION"))) {
                throw StartFailed.seeLog("Can't initialise PostgreSQL", initialisation.log());
            }
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> initialise(Path data) {
        return List.of(
                distribution.program("initdb"),
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password.path(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale");
    }

    private List<String> run() {
        return List.of(
                distribution.program("postgres"),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(settings.port()),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                // What is said to be committed is on disk. Costs: a flush per commit.
                "-c",
                "fsync=on",
                // Shared memory as files in the data directory, so that a killed server leaves
                // nothing elsewhere.
                "-c",
                "dynamic_shared_memory_type=mmap");
    }

    private ProcessSpec spec(String name, List<String> command) {
        return new ProcessSpec(
                name, ProcessKind.DATABASE, NotRoot.run(password.path(), command), Map.of());
    }

    private Path data() {
        return settings.directory().resolve("postgres");
    }
}
