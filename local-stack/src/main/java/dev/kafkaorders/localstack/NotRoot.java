package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root. In a user namespace without any mapping root is nobody, yet
/// still owns its files.
final class NotRoot {
    private static final List<String> UNSHARE = List.of("unshare", "--user");

    private NotRoot() {}

    /// The command, in a namespace of its own if the owner of this file, which we made, is root.
    ///
    /// @throws StartFailed when root can't make a namespace
    static List<String> run(Path ownFile, List<String> command) {
        if (!isRoots(ownFile)) {
            return command;
        }
        if (!canUnshare()) {
            throw new StartFailed(
                    "PostgreSQL doesn't run as root, and `unshare --user` isn't possible here: run"
                            + " this as another user.");
        }
        return Stream.concat(UNSHARE.stream(), command.stream()).toList();
    }

    private static boolean isRoots(Path file) {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canUnshare() {
        try {
            var attempt = Stream.concat(UNSHARE.stream(), Stream.of("true")).toList();
            return new ProcessBuilder(attempt).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }
}
