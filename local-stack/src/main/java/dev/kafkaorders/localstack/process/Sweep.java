package dev.kafkaorders.localstack.process;

import java.nio.file.Path;
import java.time.Duration;

/// Ends what a killed launcher left. Not for one that lives: whoever holds the folder's lock is in
/// charge, and this does nothing.
final class Sweep {
    private static final Duration LOCK_OF_THE_DEAD = Duration.ofSeconds(1);

    private Sweep() {}

    public static void main(String[] arguments) {
        var folder = new ProcessFolder(Path.of(arguments[0]));
        var farewell = Farewell.valueOf(arguments[1]);
        Await.atMost(LOCK_OF_THE_DEAD, () -> swept(folder, farewell));
    }

    private static boolean swept(ProcessFolder folder, Farewell farewell) {
        var lock = FolderLock.tryOn(folder);
        lock.ifPresent(held -> {
            try (held) {
                farewell.to(folder);
            }
        });
        return lock.isPresent();
    }
}
