package dev.kafkaorders.lab.load;

import dev.kafkaorders.lab.ledger.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// What callers may come back to: requests to be repeated, orders to be cancelled. The latest only,
/// as those are still on their way through the suite.
final class Memory {
    private static final int CAPACITY = 500;

    private final RandomGenerator random;
    private final List<Request> requests = new ArrayList<>();
    private final List<UUID> orders = new ArrayList<>();

    Memory(RandomGenerator random) {
        this.random = random;
    }

    synchronized void remember(Request request, List<UUID> placed) {
        keep(requests, request);
        placed.forEach(order -> keep(orders, order));
    }

    synchronized Optional<Request> anyRequest() {
        return any(requests);
    }

    /// An order that no call has returned before.
    synchronized Optional<UUID> takeOrder() {
        var order = any(orders);
        order.ifPresent(orders::remove);
        return order;
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(random.nextInt(list.size())));
    }

    private <T> void keep(List<T> list, T item) {
        if (list.size() < CAPACITY) {
            list.add(item);
        } else {
            list.set(random.nextInt(CAPACITY), item);
        }
    }
}
