package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Await;
import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.ProcessKind;
import dev.kafkaorders.localstack.process.ProcessSpec;
import dev.kafkaorders.localstack.process.StartFailed;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;

/// A service in a process folder. Whoever starts it answers for ending it; [LocalService] does
/// both.
public final class Service {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START = Duration.ofMinutes(2);

    private final ServiceSettings settings;
    private final ProcessFolder processes;

    /// Starts nothing yet.
    public Service(ServiceSettings settings, ProcessFolder processes) {
        this.settings = settings;
        this.processes = processes;
    }

    public String name() {
        return settings.name();
    }

    /// Without a path.
    public URI baseUrl() {
        return URI.create("http://" + LOOPBACK + ":" + settings.port());
    }

    /// Returns when its readiness probe says UP.
    ///
    /// @throws StartFailed when it runs already, ends, or two minutes are not enough
    public void start() {
        var process = launch();
        var ready = Await.atMost(START, () -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw StartFailed.seeLog(name() + " ended while it started", process.log());
        }
        if (!ready) {
            throw StartFailed.seeLog(
                    name() + " is not ready after " + START.toSeconds() + " s", process.log());
        }
    }

    /// Starts it without waiting until it is ready, for a test in which it never is.
    public ChildProcess launch() {
        var environment = new HashMap<>(settings.environment());
        // Two of the services ask nobody who he is.
        environment.put("SERVER_ADDRESS", LOOPBACK);
        environment.put("SERVER_PORT", Integer.toString(settings.port()));
        return processes.start(
                new ProcessSpec(
                        name(),
                        ProcessKind.SERVICE,
                        JavaCommand.of(
                                settings.jvm(), processes.temporary(name()), settings.program()),
                        environment));
    }

    /// SIGKILL. Does nothing when it doesn't run.
    public void kill() {
        processes.running(name()).ifPresent(ChildProcess::kill);
    }

    /// SIGTERM, and the time a graceful shutdown needs. Does nothing when it doesn't run.
    public void stop() {
        processes.running(name()).ifPresent(ChildProcess::stop);
    }

    public boolean isAlive() {
        return processes.running(name()).isPresent();
    }

    /// What its readiness probe says; false when nobody answers.
    public boolean isReady() {
        return new ReadinessProbe(baseUrl()).isUp();
    }
}
