package dev.kafkaorders.localstack.process;

import java.time.Duration;
import java.util.Optional;

/// Ties the processes of a folder to the life of this JVM. However it ends, they end: closed or on
/// SIGTERM and Ctrl-C by this class, after a SIGKILL by a [Watchdog]. One JVM at a time has custody
/// of a folder.
public final class Custody implements AutoCloseable {
    private static final Duration CLEANING_UP = Duration.ofSeconds(40);

    private final ProcessFolder folder;
    private final Farewell farewell;
    private final FolderLock lock;
    private final Watchdog watchdog;
    private final Thread shutdownHook;
    private boolean over;

    private Custody(ProcessFolder folder, Farewell farewell, FolderLock lock) {
        this.folder = folder;
        this.farewell = farewell;
        this.lock = lock;
        watchdog = Watchdog.over(folder, farewell);
        shutdownHook = new Thread(this::end, "custody of " + folder.directory());
    }

    /// Takes custody, and ends first what an earlier launcher left running.
    ///
    /// @throws StartFailed when another launcher that is alive has it
    public static Custody of(ProcessFolder folder, Farewell farewell) {
        var lock = lock(folder);
        folder.stopAll();
        folder.registerLauncher();
        var custody = new Custody(folder, farewell, lock);
        Runtime.getRuntime().addShutdownHook(custody.shutdownHook);
        return custody;
    }

    /// What there is custody of.
    public ProcessFolder processes() {
        return folder;
    }

    /// Ends the processes and gives up custody.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook does it, and end() waits for it.
        }
        end();
    }

    private synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        folder.seal();
        farewell.to(folder);
        watchdog.close();
        folder.forgetLauncher();
        lock.close();
    }

    private static FolderLock lock(ProcessFolder folder) {
        return FolderLock.tryOn(folder)
                .or(() -> whenCleanedUp(folder))
                .orElseThrow(() -> inUse(folder));
    }

    /// A lock without a launcher is a watchdog's, which ends what a killed launcher left.
    private static Optional<FolderLock> whenCleanedUp(ProcessFolder folder) {
        return folder.launcher().isPresent()
                ? Optional.empty()
                : Await.present(CLEANING_UP, () -> FolderLock.tryOn(folder));
    }

    private static StartFailed inUse(ProcessFolder folder) {
        var who =
                folder.launcher()
                        .map(launcher -> "process " + launcher.pid())
                        .orElse("another process");
        return new StartFailed(folder.directory() + " is in use already, by " + who);
    }
}
