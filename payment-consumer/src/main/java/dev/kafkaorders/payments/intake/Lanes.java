package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.Outcomes;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Settlement;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/// Has lanes settled side by side, on as many virtual threads as gateway calls are allowed at once.
/// Each takes the next lane that waits, so an order that takes long holds up no other.
///
/// A delivery that can't be settled stops its partition; nothing behind a stop is begun any more.
@Component
class Lanes {

    private final Cashier cashier;
    private final Clock clock;
    private final IntakeSettings settings;

    Lanes(Cashier cashier, Clock clock, IntakeSettings settings) {
        this.cashier = cashier;
        this.clock = clock;
        this.settings = settings;
    }

    Collection<SettledDelivery> settle(
            Collection<Lane> lanes, Map<UUID, Payment> payments, Stops stops) {
        var waiting = new ConcurrentLinkedQueue<>(lanes);
        var settled = new ConcurrentLinkedQueue<SettledDelivery>();
        Callable<Void> worker =
                () -> {
                    for (var lane = waiting.poll(); lane != null; lane = waiting.poll()) {
                        var payment =
                                payments.getOrDefault(
                                        lane.orderId(), new Payment.Awaited(lane.orderId()));
                        settle(lane, payment, stops, settled);
                    }
                    return null;
                };
        inParallel(Collections.nCopies(Math.min(settings.parallelCalls(), lanes.size()), worker));
        return settled;
    }

    private void settle(Lane lane, Payment before, Stops stops, Queue<SettledDelivery> settled) {
        var payment = before;
        for (var delivery : lane.deliveries()) {
            if (!stops.letPass(delivery)) {
                lane.stopFrom(delivery, stops, "behind an event of its order that waits");
                return;
            }
            switch (settle(payment, delivery)) {
                case Settlement.Settled(var after, var outcome) -> {
                    var event = outcome.map(data -> Outcomes.event(clock.instant(), data));
                    settled.add(new SettledDelivery(delivery, after, event));
                    payment = after;
                }
                case Settlement.Unsettled(var reason) -> {
                    lane.stopFrom(delivery, stops, reason);
                    return;
                }
            }
        }
    }

    private Settlement settle(Payment payment, Delivery delivery) {
        try {
            return cashier.settle(payment, delivery.eventId(), delivery.event());
        } catch (RuntimeException e) {
            // A bug that one record brings to light must not stop the other partitions.
            return new Settlement.Unsettled(e.toString());
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
