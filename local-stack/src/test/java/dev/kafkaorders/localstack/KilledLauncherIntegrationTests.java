package dev.kafkaorders.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.localstack.process.ChildProcess;
import dev.kafkaorders.localstack.process.FreePorts;
import dev.kafkaorders.localstack.process.JavaCommand;
import dev.kafkaorders.localstack.process.Loopback;
import dev.kafkaorders.localstack.process.ProcessFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherIntegrationTests {
    private final List<Integer> ports = FreePorts.some(7);

    @TempDir private Path directory;
    private Process launcher;

    private void launch(String... more) throws IOException {
        launcher =
                new ProcessBuilder(Stream.concat(command(), Stream.of(more)).toList())
                        .redirectErrorStream(true)
                        .start();
        assertThat(launcher.inputReader().lines().anyMatch("ready"::equals)).isTrue();
    }

    @AfterEach
    void killWhatIsLeft() {
        launcher.destroyForcibly();
        folders().forEach(ProcessFolder::killAll);
    }

    @Test
    void leavesNoOrphanAndNoLockedDataBehind() throws IOException {
        launch("with Kafka");
        assertThat(children()).hasSize(4);

        launcher.destroyForcibly();

        await().atMost(Duration.ofSeconds(40)).until(() -> children().isEmpty());
        assertThat(ports).noneMatch(Loopback::accepts);
        assertThatALaterStartWorks();
        try (var kafka = LocalKafka.start(LauncherProgram.kafka(directory, ports))) {
            assertThat(kafka.isReady(1)).isTrue();
        }
    }

    @Test
    void isCleanedUpAfterByALaterStartWhenItsWatchdogDiedToo() throws IOException {
        launch();
        var watchdog = launcher.children().filter(this::isWatchdog).findFirst().orElseThrow();
        watchdog.destroyForcibly();
        launcher.destroyForcibly().onExit().join();
        assertThat(children()).hasSize(1);

        assertThatALaterStartWorks();
    }

    @Test
    void stopsEverythingOnSigterm() throws IOException {
        launch();

        launcher.destroy();

        assertThat(launcher.onExit().join().exitValue()).isEqualTo(143);
        assertThat(children()).isEmpty();
        assertThatALaterStartWorks();
    }

    private void assertThatALaterStartWorks() {
        try (var postgres = LocalPostgres.start(LauncherProgram.postgres(directory, ports))) {
            postgres.createDatabase("later");
        }
        assertThat(children()).isEmpty();
    }

    private boolean isWatchdog(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("watchdog");
    }

    private List<ChildProcess> children() {
        return folders().flatMap(folder -> folder.running().stream()).toList();
    }

    private Stream<ProcessFolder> folders() {
        return Stream.of("kafka", "postgres").map(directory::resolve).map(ProcessFolder::new);
    }

    private Stream<String> command() {
        return Stream.of(
                JavaCommand.executable().toString(),
                "-cp",
                classPath(),
                LauncherProgram.class.getName(),
                directory.toString(),
                ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }
}
