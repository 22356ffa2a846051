package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.record.Position;
import dev.kafkaorders.payments.retry.RetrySchedule;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// Has lanes run side by side, on as many virtual threads as gateway calls are allowed at once.
/// Each takes the next lane that waits, so an order that takes long holds up no other.
///
/// The calls are allowed to the instance as a whole, as it is what the gateway has to bear. While
/// one batch is being stored and told, another has them all; when several want them, they take
/// turns.
///
/// Once the gateway is known to be away, partitions stop, and nothing behind such a stop is begun.
@Component
class Lanes {

    private final Cashier cashier;
    private final RetrySchedule schedule;
    private final Doubts doubts;
    private final IntakeSettings settings;
    private final Clock clock;
    private final Semaphore calls;

    Lanes(
            Cashier cashier,
            RetrySchedule schedule,
            Doubts doubts,
            IntakeSettings settings,
            Clock clock) {
        this.cashier = cashier;
        this.schedule = schedule;
        this.doubts = doubts;
        this.settings = settings;
        this.clock = clock;
        this.calls = new Semaphore(settings.parallelCalls(), true);
    }

    /// What became of the deliveries, if no stop holds them back; stops are added as they are
    /// found.
    Map<Position, Handled> run(Collection<Lane> lanes, Stops stops) {
        var waiting = new ConcurrentLinkedQueue<>(lanes);
        var handled = new ConcurrentLinkedQueue<Handled>();
        var attempts = new Attempts(cashier, schedule, clock);
        Callable<Void> worker =
                () -> {
                    for (var lane = waiting.poll(); lane != null; lane = waiting.poll()) {
                        handled.addAll(inTurn(new LaneRun(lane, attempts, stops)));
                    }
                    return null;
                };
        inParallel(Collections.nCopies(Math.min(settings.parallelCalls(), lanes.size()), worker));
        attempts.stopDoubtful(doubts, stops);
        var byPosition = new HashMap<Position, Handled>();
        handled.forEach(one -> byPosition.put(one.delivery().position(), one));
        return byPosition;
    }

    private List<Handled> inTurn(LaneRun run) throws InterruptedException {
        calls.acquire();
        try {
            return run.run();
        } finally {
            calls.release();
        }
    }

    private static void inParallel(List<Callable<Void>> workers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(workers)) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the gateway was asked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
