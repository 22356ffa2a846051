package dev.kafkaorders.replayer.stage;

import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.replayer.DlqReplayerApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The replayer as a process of its own, to be killed.
public final class ReplayerProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ReplayerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::watch);
    }

    static ReplayerProcess start(List<String> arguments) {
        var program =
                new ArrayList<>(
                        List.of(
                                // It says on which port it is.
                                "-Dlogging.level.org.springframework.boot.tomcat=INFO",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DlqReplayerApplication.class.getName()));
        program.addAll(arguments);
        var command = JavaCommand.of(Jvm.QUICK_TO_START, program);
        try {
            return new ReplayerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Door door() {
        return new Door(port.orTimeout(60, TimeUnit.SECONDS).join());
    }

    /// SIGKILL.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void watch() {
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .forEach(line -> {
                        var started = STARTED.matcher(line);
                        if (started.find()) {
                            port.complete(Integer.valueOf(started.group(1)));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
