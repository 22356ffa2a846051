package dev.kafkaorders.localstack.tour;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Many callers who place orders at once, each the next one when it has an answer. Ends by itself
/// when all orders are placed, or with the first one that can't be.
final class Load implements AutoCloseable {
    private static final int CALLERS = 64;

    private final Customer customer;
    private final int total;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger placed = new AtomicInteger();
    private final AtomicReference<@Nullable BrokenPromise> failure = new AtomicReference<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    Load(Customer customer, int total) {
        this.customer = customer;
        this.total = total;
        for (var caller = 0; caller < CALLERS; caller++) {
            callers.execute(this::order);
        }
    }

    int placed() {
        return placed.get();
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure.get()).map(BrokenPromise::getMessage);
    }

    private void order() {
        try {
            while (failure.get() == null && taken.getAndIncrement() < total) {
                customer.place(Order.paidBy("pm_ok")).expect(201);
                placed.incrementAndGet();
            }
        } catch (BrokenPromise e) {
            failure.compareAndSet(null, e);
        }
    }

    /// Lets the callers take no further order and waits for what they have under way.
    @Override
    public void close() {
        taken.set(total);
        callers.close();
    }
}
