package dev.kafkaorders.localstack.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The processes that belong to a data directory: `run/NAME.pid` says which they are,
/// `logs/NAME.log` what they say; `run/NAME.tmp` is empty whenever NAME starts. The folder is the
/// only truth about what runs, so any JVM can find, stop and start processes that another one
/// started.
public final class ProcessFolder {
    private static final String PID_FILE = ".pid";
    private static final String LAUNCHER = "launcher";
    private static final String READY = "ready";
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR");

    private final Path directory;
    private final Path run;
    private final Path logs;
    private boolean sealed;

    public ProcessFolder(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        run = createDirectories(this.directory.resolve("run"));
        logs = createDirectories(this.directory.resolve("logs"));
    }

    public Path directory() {
        return directory;
    }

    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /// Where a process may leave what it needs for as long as it lives. A killed one tidies up
    /// nothing, so the next of that name starts with an empty one.
    public Path temporary(String name) {
        return run.resolve(name + ".tmp");
    }

    /// The JVM that has custody of this folder, if it lives.
    public Optional<ChildProcess> launcher() {
        return PidFile.read(runFile(LAUNCHER))
                .flatMap(file -> file.living().map(handle -> child(LAUNCHER, file.kind(), handle)));
    }

    /// The launcher says that everything is ready.
    public void announceReady() {
        PidFile.ofThisProcess().write(runFile(READY));
    }

    /// Whether the launcher lives and has said that everything is ready. A launcher that was killed
    /// said nothing.
    public boolean isAnnouncedReady() {
        return launcher().isPresent()
                && PidFile.read(runFile(READY)).equals(PidFile.read(runFile(LAUNCHER)));
    }

    void registerLauncher() {
        PidFile.ofThisProcess().write(runFile(LAUNCHER));
    }

    void forgetLauncher() {
        forget(runFile(LAUNCHER));
    }

    Path runFile(String name) {
        return run.resolve(name);
    }

    /// Starts a process in a session of its own: a Ctrl-C at the terminal reaches us alone, and we
    /// stop the others in order.
    ///
    /// @throws StartFailed when a process of that name runs already, the command can't be run, or
    ///   all is being ended
    public synchronized ChildProcess start(ProcessSpec spec) {
        if (sealed) {
            throw new StartFailed(
                    spec.name() + " is not started, because everything is being stopped");
        }
        running(spec.name())
                .ifPresent(process -> {
                    throw new StartFailed(
                            spec.name() + " runs already, as process " + process.pid());
                });
        DirectoryTree.delete(temporary(spec.name()));
        createDirectories(temporary(spec.name()));
        try {
            var handle = builder(spec).start().toHandle();
            PidFile.of(handle, spec.kind())
                    .orElseThrow(() ->
                            StartFailed.seeLog(spec.name() + " ended at once", log(spec.name())))
                    .write(pidFile(spec.name()));
            return child(spec.name(), spec.kind(), handle);
        } catch (IOException e) {
            throw new StartFailed("Can't start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    public Optional<ChildProcess> running(String name) {
        return PidFile.read(pidFile(name))
                .flatMap(file -> file.living().map(handle -> child(name, file.kind(), handle)));
    }

    public List<ChildProcess> running() {
        return names().stream().flatMap(name -> running(name).stream()).toList();
    }

    /// From now on this JVM starts nothing here, so that nothing appears behind the back of who
    /// ends everything.
    synchronized void seal() {
        sealed = true;
    }

    /// Stops all, users before what they use, and those of a kind at the same time.
    public void stopAll() {
        var running = running();
        for (var kind : ProcessKind.values()) {
            var processes = running.stream().filter(process -> process.kind() == kind).toList();
            processes.forEach(ChildProcess::requestStop);
            processes.forEach(ChildProcess::finishStop);
        }
        forgetAll();
    }

    public void killAll() {
        running().forEach(ChildProcess::kill);
        forgetAll();
    }

    private void forgetAll() {
        names().forEach(name -> forget(pidFile(name)));
    }

    private static void forget(Path pidFile) {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PID_FILE))
                    .map(name -> name.substring(0, name.length() - PID_FILE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProcess child(String name, ProcessKind kind, ProcessHandle handle) {
        return new ChildProcess(name, kind, handle, log(name));
    }

    private Path pidFile(String name) {
        return run.resolve(name + PID_FILE);
    }

    private ProcessBuilder builder(ProcessSpec spec) {
        var builder =
                new ProcessBuilder(Stream.concat(ownSession(), spec.command().stream()).toList());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(spec.environment());
        return builder.directory(directory.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(spec.name()).toFile()));
    }

    /// `setsid` replaces itself by the command, so the pid stays. Where it is missing (macOS), a
    /// Ctrl-C reaches all at once.
    static Stream<String> ownSession() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1);
    }

    private static Path createDirectories(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
