package dev.kafkaorders.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What the operating system says of a process, as `ps` shows it: `T` is stopped.
record ProcessState(long pid) {
    boolean isStopped() {
        return text().startsWith("T");
    }

    /// Empty when there is no such process.
    String text() {
        try {
            var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(pid)).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("`ps` can't be run", e);
        }
    }
}
