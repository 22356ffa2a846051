package dev.kafkaorders.payments.stage;

import static org.awaitility.Awaitility.await;

import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Jvm;
import dev.kafkaorders.payments.intake.BlockingPaymentConsumer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The service as a process of its own, to be killed at a checkpoint.
public final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final AtomicBoolean reached = new AtomicBoolean();

    private ServiceProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::watch);
    }

    static ServiceProcess start(String checkpoint, List<String> arguments) {
        var program =
                new ArrayList<>(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                BlockingPaymentConsumer.class.getName(),
                                checkpoint));
        program.addAll(arguments);
        var command = JavaCommand.of(Jvm.QUICK_TO_START, program);
        try {
            return new ServiceProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the process says that it has reached the checkpoint, where it blocks.
    public void awaitCheckpoint() {
        await().atMost(Duration.ofSeconds(60)).untilTrue(reached);
    }

    /// SIGKILL.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void watch() {
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .filter(BlockingPaymentConsumer.REACHED::equals)
                    .forEach(_ -> reached.set(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
