package dev.kafkaorders.orders.status.view;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Who waits for news of an order.
final class Watchers {

    private final Semaphore free;
    private final Map<UUID, Set<Watching>> watching = new ConcurrentHashMap<>();

    Watchers(int most) {
        this.free = new Semaphore(most);
    }

    /// Empty when too many watch already.
    Optional<Watch> watch(UUID orderId) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        var watch = new Watching(orderId);
        watching.compute(
                orderId,
                (_, others) -> {
                    var all = others == null ? ConcurrentHashMap.<Watching>newKeySet() : others;
                    all.add(watch);
                    return all;
                });
        return Optional.of(watch);
    }

    void changed(UUID orderId) {
        watching.getOrDefault(orderId, Set.of()).forEach(watch -> watch.news.release());
    }

    private final class Watching implements Watch {

        private final UUID orderId;
        private final Semaphore news = new Semaphore(0);

        Watching(UUID orderId) {
            this.orderId = orderId;
        }

        @Override
        public boolean awaitNews(Duration patience) throws InterruptedException {
            var came = news.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            return came;
        }

        @Override
        public void close() {
            watching.computeIfPresent(
                    orderId,
                    (_, others) -> {
                        others.remove(this);
                        return others.isEmpty() ? null : others;
                    });
            free.release();
        }
    }
}
