package dev.kafkaorders.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTests {
    @TempDir private Path directory;
    private ProcessFolder processes;

    @BeforeEach
    void open() {
        processes = new ProcessFolder(directory);
    }

    @AfterEach
    void killAll() {
        processes.killAll();
    }

    @Test
    void findsAProcessThatSomebodyElseStarted() {
        var started = processes.start(shell("sleeper", "sleep 60"));

        var found = new ProcessFolder(directory).running("sleeper");

        assertThat(found).map(ChildProcess::pid).contains(started.pid());
    }

    @Test
    void refusesTheSameNameTwice() {
        processes.start(shell("sleeper", "sleep 60"));

        assertThatThrownBy(() -> processes.start(shell("sleeper", "sleep 60")))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("runs already");
    }

    @Test
    void killsWhatTheProcessStartedToo() {
        var parent = processes.start(shell("parent", "sleep 60 & wait"));
        var handle = ProcessHandle.of(parent.pid()).orElseThrow();
        var child =
                Await.present(Duration.ofSeconds(10), () -> handle.children().findFirst())
                        .orElseThrow();

        parent.kill();

        assertThat(Liveness.isAlive(child)).isFalse();
    }

    @Test
    void killsWhatDoesNotStopInTime() throws Exception {
        var stubborn =
                processes.start(
                        shell("stubborn", "trap '' TERM; echo deaf; while :; do sleep 1; done"));

        await().until(() -> Files.readAllLines(stubborn.log()).contains("deaf"));

        stubborn.stop();

        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void stopsUsersBeforeWhatTheyUse() throws Exception {
        var order = directory.resolve("order");
        for (var kind : List.of(ProcessKind.DATABASE, ProcessKind.SERVICE, ProcessKind.BROKER)) {
            processes.start(lastWord(kind, order));
            await().until(() -> Files.exists(ready(kind)));
        }

        processes.stopAll();

        assertThat(Files.readAllLines(order)).containsExactly("SERVICE", "BROKER", "DATABASE");
    }

    @Test
    void neverKillsAProcessThatGotTheSamePidLater() {
        var own = PidFile.ofThisProcess();
        new PidFile(own.pid(), own.started().minusSeconds(60), own.kind())
                .write(processes.runFile("recycled.pid"));

        processes.killAll();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void showsAProcessNoneOfOurEnvironment() throws Exception {
        var process =
                processes.start(
                        new ProcessSpec(
                                "env",
                                ProcessKind.SERVICE,
                                List.of("sh", "-c", "env; echo; sleep 60"),
                                Map.of("SERVER_PORT", "8081")));

        await().until(() -> Files.readAllLines(process.log()).contains(""));
        // What a shell adds by itself is not ours.
        assertThat(Files.readAllLines(process.log()))
                .contains("SERVER_PORT=8081")
                .allMatch(line ->
                        line.matches("|(PATH|HOME|TMPDIR|SERVER_PORT|(OLD)?PWD|SHLVL|_)=.*"));
    }

    @Test
    void givesAProcessAnEmptyFolderWhateverTheOneBeforeLeft() throws Exception {
        var left = processes.temporary("untidy").resolve("left");
        var first = processes.start(shell("untidy", ": > %s; sleep 60".formatted(left)));
        await().until(() -> Files.exists(left));
        first.kill();

        processes.start(shell("untidy", "sleep 60"));

        assertThat(processes.temporary("untidy")).isEmptyDirectory();
    }

    /// A shell can't trap what was ignored when it started, as SIGINT is in whatever a script
    /// started in the background; PostgreSQL doesn't mind.
    private ProcessSpec lastWord(ProcessKind kind, Path file) {
        var script =
                "trap 'echo %1$s >> %2$s; exit' %3$s; : > %4$s; while :; do sleep 0.05; done"
                        .formatted(kind, file, kind.stopSignal(), ready(kind));
        return new ProcessSpec(
                kind.name().toLowerCase(Locale.ROOT),
                kind,
                List.of("env", "--default-signal=" + kind.stopSignal(), "sh", "-c", script),
                Map.of());
    }

    private Path ready(ProcessKind kind) {
        return directory.resolve(kind + ".ready");
    }

    private static ProcessSpec shell(String name, String script) {
        return new ProcessSpec(name, ProcessKind.BROKER, List.of("sh", "-c", script), Map.of());
    }
}
