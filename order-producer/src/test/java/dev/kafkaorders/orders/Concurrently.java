package dev.kafkaorders.orders;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Runs the same thing at the same time, each in a thread of its own.
public final class Concurrently {

    private Concurrently() {}

    public static void run(int times, IntConsumer action) throws InterruptedException {
        call(
                IntStream.range(0, times)
                        .mapToObj(
                                index -> Executors.<Void>callable(() -> action.accept(index), null))
                        .toList());
    }

    public static <T> List<T> call(List<Callable<T>> actions) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(actions).stream().map(Concurrently::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
