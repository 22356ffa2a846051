package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.localstack.process.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Orders and asks for payments, and keeps what was acknowledged: the audit holds the suite to it.
final class Customer implements AutoCloseable {
    private static final String KEY = "Idempotency-Key";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final Set<Integer> COME_BACK = Set.of(429, 503);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Door door = new Door();
    private final RunningStack stack;
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    Customer(RunningStack stack) {
        this.stack = stack;
    }

    /// Every order that was answered 201.
    Set<UUID> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /// Places an order. While it is told to come back later (429, 503), it does so with the
    /// `Idempotency-Key` that the first answer named: the order is then placed once, whatever
    /// became of the tries before.
    Answer place(Order order) {
        return insist(orders(), order);
    }

    /// Places all of them or none, likewise.
    Answer place(List<Order> batch) {
        return insist(orders().resolve("/orders/batch"), Map.of("orders", batch));
    }

    /// One try under a key of the customer's own.
    Answer place(Order order, String key) {
        return acknowledge(door.post(orders(), order, Map.of(KEY, key)));
    }

    Answer cancel(UUID order, String reason) {
        var uri = orders().resolve("/orders/" + order + "/cancellation");
        return door.post(uri, Map.of("reason", reason));
    }

    /// The order's payment, as soon as it has that status.
    ///
    /// @throws BrokenPromise when it hasn't within a minute
    Answer payment(UUID order, String status) {
        var uri = stack.service("payment-consumer").resolve("/payments/" + order);
        return Await.present(
                        PATIENCE,
                        () ->
                                Optional.of(door.get(uri))
                                        .filter(payment -> payment.text("status").equals(status)))
                .orElseThrow(() -> new BrokenPromise("no " + status + " within " + PATIENCE));
    }

    /// What order-producer tells of the order, as soon as it has that state.
    ///
    /// @throws BrokenPromise when it hasn't within a minute, or isn't known
    Answer status(UUID order, String state) {
        var uri = orders().resolve("/orders/" + order);
        return Await.present(
                        PATIENCE,
                        () ->
                                Optional.of(door.get(uri).expect(OK))
                                        .filter(status -> status.text("state").equals(state)))
                .orElseThrow(() -> new BrokenPromise("not told " + state + " within " + PATIENCE));
    }

    private Answer insist(URI uri, Object body) {
        var answer = door.post(uri, body);
        var key = answer.header(KEY);
        if (COME_BACK.contains(answer.status())) {
            answer =
                    Await.present(PATIENCE, () -> retried(uri, body, key))
                            .orElseThrow(() ->
                                    new BrokenPromise("told to come back later for " + PATIENCE));
        }
        return acknowledge(answer);
    }

    private Optional<Answer> retried(URI uri, Object body, String key) {
        return Optional.of(door.post(uri, body, Map.of(KEY, key)))
                .filter(answer -> !COME_BACK.contains(answer.status()));
    }

    private Answer acknowledge(Answer answer) {
        if (answer.status() == CREATED) {
            acknowledged.addAll(answer.orderIds());
        }
        return answer;
    }

    private URI orders() {
        return stack.service("order-producer").resolve("/orders");
    }

    @Override
    public void close() {
        door.close();
    }
}
