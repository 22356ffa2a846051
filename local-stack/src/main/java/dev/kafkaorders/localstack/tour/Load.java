package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.console.ProgressBar;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Many callers who place orders at once, each the next one when it has an answer. Ends by itself
/// when all orders are placed, or with the first one that can't be.
final class Load implements AutoCloseable {
    private static final int CALLERS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Customer customer;
    private final int total;
    private final int perRequest;
    private final long nanosBetween;
    private final long started = System.nanoTime();
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<UUID> placed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable BrokenPromise> failure = new AtomicReference<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    /// One by one, as fast as they are answered.
    Load(Customer customer, int total) {
        this(customer, total, 1, Duration.ZERO);
    }

    /// In batches, as fast as they are answered.
    Load(Customer customer, int total, int perRequest) {
        this(customer, total, perRequest, Duration.ZERO);
    }

    /// One by one.
    ///
    /// @param time over which the orders are spread
    Load(Customer customer, int total, Duration time) {
        this(customer, total, 1, time);
    }

    private Load(Customer customer, int total, int perRequest, Duration time) {
        this.customer = customer;
        this.total = total;
        this.perRequest = perRequest;
        nanosBetween = time.toNanos() / total;
        for (var caller = 0; caller < CALLERS; caller++) {
            callers.execute(this::order);
        }
    }

    /// Returns when so many are placed.
    ///
    /// @throws BrokenPromise when one can't be, or two minutes are not enough
    void await(int wanted, ProgressBar bar) {
        var inTime =
                Await.atMost(
                        PATIENCE,
                        () -> {
                            bar.reached(placed.size());
                            return placed.size() >= wanted || failure.get() != null;
                        });
        var failed = failure.get();
        if (failed != null) {
            throw new BrokenPromise("an order was not placed: " + failed.getMessage());
        }
        if (!inTime) {
            throw new BrokenPromise("only " + placed.size() + " were placed in " + PATIENCE);
        }
    }

    /// Those that are placed so far.
    Set<UUID> orders() {
        return Set.copyOf(placed);
    }

    private void order() {
        try {
            var number = taken.getAndAdd(perRequest);
            while (failure.get() == null && number < total) {
                awaitTurn(number);
                placed.addAll(place(Math.min(perRequest, total - number)).expect(201).orderIds());
                number = taken.getAndAdd(perRequest);
            }
        } catch (BrokenPromise e) {
            failure.compareAndSet(null, e);
        }
    }

    private Answer place(int orders) {
        var order = Order.paidBy("pm_ok");
        return orders == 1
                ? customer.place(order)
                : customer.place(Collections.nCopies(orders, order));
    }

    private void awaitTurn(int number) {
        var turn = started + number * nanosBetween;
        while (turn > System.nanoTime() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(turn - System.nanoTime());
        }
    }

    /// Lets the callers take no further order and waits for what they have under way.
    @Override
    public void close() {
        taken.set(total);
        callers.close();
    }
}
