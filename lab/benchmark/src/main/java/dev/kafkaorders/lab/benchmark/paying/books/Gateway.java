package dev.kafkaorders.lab.benchmark.paying.books;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// The payment gateway, asked for many orders side by side on virtual threads. Orders that are
/// given at once are of different keys, as each order of the benchmark has one event.
public final class Gateway {
    private final int callsPerBatch;
    private final Semaphore calls;

    /// @param callsPerBatch how many calls are under way for those that are given at once
    /// @param calls how many are under way at all
    public Gateway(int callsPerBatch, int calls) {
        this.callsPerBatch = callsPerBatch;
        this.calls = new Semaphore(calls);
    }

    /// Has all of them charged, as far as their cards let it.
    public Charges charge(Collection<Incoming> orders) {
        var paid = new ConcurrentLinkedQueue<Paid>();
        var failed = new ConcurrentLinkedQueue<Incoming>();
        if (orders.size() == 1) {
            orders.forEach(order -> charge(order, paid, failed));
        } else {
            sideBySide(new ConcurrentLinkedQueue<>(orders), paid, failed);
        }
        return new Charges(List.copyOf(paid), List.copyOf(failed));
    }

    private void sideBySide(Queue<Incoming> waiting, Queue<Paid> paid, Queue<Incoming> failed) {
        Callable<Void> caller =
                () -> {
                    for (var order = waiting.poll(); order != null; order = waiting.poll()) {
                        charge(order, paid, failed);
                    }
                    return null;
                };
        var callers = Math.min(callsPerBatch, waiting.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(Collections.nCopies(callers, caller))) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gateway was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void charge(Incoming order, Queue<Paid> paid, Queue<Incoming> failed) {
        calls.acquireUninterruptibly();
        try {
            Cards.charge(order).ifPresentOrElse(paid::add, () -> failed.add(order));
        } finally {
            calls.release();
        }
    }

    /// What became of them.
    public record Charges(List<Paid> paid, List<Incoming> failed) {}
}
