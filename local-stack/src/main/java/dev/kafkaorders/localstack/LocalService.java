package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.Farewell;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// A [Service] that runs as long as this JVM, or until it is closed: for tests that kill it.
public final class LocalService implements AutoCloseable {
    private final Custody custody;
    private final Service service;
    private final ProcessFolder processes;

    private LocalService(ServiceSettings settings) {
        processes = new ProcessFolder(temporaryDirectory());
        custody = Custody.of(processes, Farewell.DISCARD);
        service = new Service(settings, processes);
    }

    /// Nothing runs yet: to be followed by [#start()] or [#launch()].
    public static LocalService of(ServiceSettings settings) {
        return new LocalService(settings);
    }

    /// Starts it, also again after [#kill()]; returns when its readiness probe says UP.
    ///
    /// @throws StartFailed when it ends, or two minutes are not enough
    public void start() {
        service.start();
    }

    /// See [Service#launch()].
    public ChildProcess launch() {
        return service.launch();
    }

    /// See [Service#kill()].
    public void kill() {
        service.kill();
    }

    /// See [Service#stop()].
    public void stop() {
        service.stop();
    }

    public boolean isAlive() {
        return service.isAlive();
    }

    public boolean isReady() {
        return service.isReady();
    }

    public URI baseUrl() {
        return service.baseUrl();
    }

    /// What it prints. Deleted on [#close()].
    public Path log() {
        return processes.log(service.name());
    }

    @Override
    public void close() {
        custody.close();
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("local-service");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
