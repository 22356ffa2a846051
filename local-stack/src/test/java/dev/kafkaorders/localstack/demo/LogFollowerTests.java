package dev.kafkaorders.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.localstack.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTests {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false);

    @TempDir private Path directory;

    @Test
    void printsWholeLinesOnce() throws Exception {
        var log = Files.writeString(directory.resolve("a.log"), "one\ntw");
        var follower = LogFollower.fromStart(log, console);

        follower.printNew();
        Files.writeString(log, "o\n", StandardOpenOption.APPEND);
        follower.printNew();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("one\ntwo\n");
    }

    @Test
    void leavesOutWhatWasThereBefore() throws Exception {
        var log = Files.writeString(directory.resolve("a.log"), "old\n");
        var follower = LogFollower.fromNowOn(log, console);

        Files.writeString(log, "new\n", StandardOpenOption.APPEND);
        follower.printNew();

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("new\n");
    }
}
