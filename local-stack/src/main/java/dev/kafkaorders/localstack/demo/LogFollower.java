package dev.kafkaorders.localstack.demo;

import dev.kafkaorders.localstack.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Prints what is added to a log file, whole lines only.
final class LogFollower {
    private final Path log;
    private final Console console;
    private long position;

    private LogFollower(Path log, Console console, long position) {
        this.log = log;
        this.console = console;
        this.position = position;
    }

    static LogFollower fromStart(Path log, Console console) {
        return new LogFollower(log, console, 0);
    }

    static LogFollower fromNowOn(Path log, Console console) {
        try {
            return new LogFollower(log, console, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void printNew() {
        if (!Files.exists(log)) {
            return;
        }
        try (var file = Files.newByteChannel(log).position(position)) {
            var bytes = Channels.newInputStream(file).readAllBytes();
            var length = lengthOfWholeLines(bytes);
            position += length;
            new String(bytes, 0, length, StandardCharsets.UTF_8).lines().forEach(console::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        var length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }
}
