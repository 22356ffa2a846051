package dev.kafkaorders.lab.benchmark.footprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a process takes of the machine's memory: heap, code, threads, buffers, and what native code
/// has.
final class Resident {
    private static final double KIB_PER_MIB = 1024;

    private Resident() {}

    /// In MiB.
    static double of(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        var output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (output.isEmpty()) {
            throw new IOException("Process %d is gone".formatted(pid));
        }
        return Long.parseLong(output) / KIB_PER_MIB;
    }
}
