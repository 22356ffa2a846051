package dev.kafkaorders.localstack.process;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Things that wait, done side by side.
public final class InParallel {
    private InParallel() {}

    /// Returns when all are done. When some fail, throws what the first of them (in the order of
    /// the list) threw.
    public static void run(List<? extends Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream().<Future<?>>map(threads::submit).toList();
            running.forEach(InParallel::join);
        }
    }

    private static void join(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted", e);
        }
    }
}
