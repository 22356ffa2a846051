package dev.kafkaorders.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The last lines of a log file, for a message about why something failed.
final class LogTail {
    private static final int LINES = 15;

    private LogTail() {}

    /// Nothing when there is no such file.
    static String of(Path log) {
        try {
            // Not readAllLines: a killed process can leave half a character.
            var lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", last(lines));
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
}
