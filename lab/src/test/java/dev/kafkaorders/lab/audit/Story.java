package dev.kafkaorders.lab.audit;

import static dev.kafkaorders.events.Topics.ORDERS;
import static dev.kafkaorders.events.Topics.PAYMENTS;
import static dev.kafkaorders.events.Topics.PAYMENT_CONSUMER;
import static dev.kafkaorders.events.Topics.PAYMENT_RETRIES;

import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.ledger.Answer;
import dev.kafkaorders.lab.ledger.Asked;
import dev.kafkaorders.lab.ledger.Dealings;
import dev.kafkaorders.lab.ledger.Exchange;
import dev.kafkaorders.lab.ledger.Request;
import dev.kafkaorders.lab.ledger.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Tells a run, step by step, as it goes when all promises are kept; a test then spoils it, in the
/// collections. Each step takes a millisecond.
final class Story {
    static final Money PRICE = new Money(950, Currency.getInstance("EUR"));

    final List<Exchange> exchanges = new ArrayList<>();
    final List<Written> committed = new ArrayList<>();
    final List<Written> aborted = new ArrayList<>();
    final List<Place> next = new ArrayList<>();
    final Map<EventId, InboxRow> inbox = new HashMap<>();
    final Map<UUID, PaymentRow> payments = new HashMap<>();
    final Set<EventId> parked = new HashSet<>();
    final List<Movement> movements = new ArrayList<>();
    final List<Replayed> replays = new ArrayList<>();
    final Map<UUID, Status> statuses = new HashMap<>();
    final Map<UUID, String> view = new HashMap<>();

    private final Map<String, Long> offsets = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private long number;

    History history() {
        return new History(
                new Dealings(exchanges),
                committed,
                aborted,
                new GroupOffsets(next),
                new Tables(List.copyOf(inbox.values()), List.copyOf(payments.values()), parked),
                movements,
                replays,
                new Statuses(statuses, view));
    }

    /// Asked for, acknowledged, and in the log.
    UUID placed() {
        var order = new UUID(1, ++number);
        var wish = wish("c-" + number);
        accepted(new Asked.Order(wish), List.of(order));
        log(order, wish);
        return order;
    }

    List<UUID> batch(int size) {
        var wishes = new ArrayList<Wish>();
        var orders = new ArrayList<UUID>();
        for (var i = 0; i < size; i++) {
            orders.add(new UUID(1, ++number));
            wishes.add(wish("c-" + number));
        }
        accepted(new Asked.Batch(wishes), orders);
        for (var i = 0; i < size; i++) {
            log(orders.get(i), wishes.get(i));
        }
        return orders;
    }

    void cancelled(UUID order) {
        accepted(new Asked.Cancellation(order), List.of(order));
        write(ORDERS, new OrderCancelled(order, "test"), Labels.NONE);
        if (payments.get(order) == null) {
            state(order, "CANCELLED");
        }
    }

    void captured(UUID order) {
        var reference = "ch_" + order;
        settle(order, EventType.ORDER_PLACED);
        moved(Movement.Kind.CHARGE, order, EventType.ORDER_PLACED, reference);
        payments.put(
                order, new PaymentRow(order, PaymentRow.Status.CAPTURED, PRICE, reference, null));
        write(PAYMENTS, new PaymentCaptured(order, PRICE, reference), Labels.NONE);
        state(order, "CAPTURED");
    }

    void declined(UUID order, String reason) {
        settle(order, EventType.ORDER_PLACED);
        payments.put(order, new PaymentRow(order, PaymentRow.Status.DECLINED, PRICE, null, null));
        write(PAYMENTS, new PaymentDeclined(order, PRICE, reason), Labels.NONE);
        state(order, "DECLINED");
    }

    void refunded(UUID order) {
        var reference = "re_" + order;
        settle(order, EventType.ORDER_CANCELLED);
        moved(Movement.Kind.REFUND, order, EventType.ORDER_CANCELLED, reference);
        payments.put(
                order,
                new PaymentRow(order, PaymentRow.Status.REFUNDED, PRICE, "ch_" + order, reference));
        write(PAYMENTS, new PaymentRefunded(order, PRICE, reference), Labels.NONE);
        state(order, "REFUNDED");
    }

    /// The placement was tried in vain, waits in a retry topic, and the wait is over.
    Written failed(UUID order, int attempt) {
        tick();
        decide(order, EventType.ORDER_PLACED, InboxRow.State.RETRYING, attempt);
        var delay = PAYMENT_RETRIES.get(attempt - 1);
        var record =
                write(
                        Topics.retry(PAYMENT_CONSUMER, delay),
                        placement(order).data(),
                        labels(order, attempt, now.plus(delay)));
        state(order, "RETRYING");
        pass(delay);
        return record;
    }

    Written dead(UUID order, int attempt) {
        tick();
        decide(order, EventType.ORDER_PLACED, InboxRow.State.DEAD, attempt);
        var letter =
                write(
                        SuiteTopics.DEAD_LETTERS,
                        placement(order).data(),
                        labels(order, attempt, null));
        state(order, "DEAD_LETTERED");
        return letter;
    }

    /// The cancellation waits behind the placement.
    void parked(UUID order) {
        decide(order, EventType.ORDER_CANCELLED, InboxRow.State.PARKED, 0);
        parked.add(EventId.of(order, EventType.ORDER_CANCELLED));
    }

    /// An operator brought the dead letter back.
    void replayed(Written letter) {
        var replay = new UUID(2, ++number);
        replays.add(new Replayed(letter.place(), replay, 1, null));
        write(ORDERS, letter.data(), new Labels(0, null, null, replay, 1, null, false));
        state(letter.order(), "PLACED");
    }

    /// A transaction with this order's placement was aborted.
    Written abortedPlacement(UUID order) {
        var record = record(ORDERS, order(order, wish("c-aborted")), Labels.NONE);
        aborted.add(record);
        return record;
    }

    Written write(String topic, DomainEvent data, Labels labels) {
        var record = record(topic, data, labels);
        committed.add(record);
        return record;
    }

    void answered(String key, Asked asked, Answer answer) {
        var repeat = exchanges.stream().anyMatch(e -> e.request().key().equals(key));
        exchanges.add(new Exchange(new Request(++number, key, asked, repeat, now), answer, now));
    }

    void state(UUID order, String state) {
        statuses.put(order, new Status(state, List.of(placement(order).place())));
        view.put(order, state);
    }

    void settle(UUID order, EventType type) {
        tick();
        decide(order, type, InboxRow.State.SETTLED, 0);
    }

    void decide(UUID order, EventType type, InboxRow.State state, int attempts) {
        var event = EventId.of(order, type);
        var record = committed.stream().filter(r -> r.id().equals(event)).findFirst().orElseThrow();
        inbox.put(event, new InboxRow(event, order, state, attempts, record.place(), now, 1));
    }

    void moved(Movement.Kind kind, UUID order, EventType by, String reference) {
        var key = EventId.of(order, by).toString();
        movements.add(new Movement(kind, key, order, PRICE, reference, now));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Written placement(UUID order) {
        return committed.stream()
                .filter(record -> record.order().equals(order))
                .findFirst()
                .orElseThrow();
    }

    void forget(String topic, UUID order) {
        committed.removeIf(
                record -> record.place().topic().equals(topic) && record.order().equals(order));
    }

    static Wish wish(String customer) {
        return new Wish(customer, 950, "EUR", "pm_ok");
    }

    static OrderPlaced order(UUID order, Wish wish) {
        var price = new Money(wish.amountMinor(), Currency.getInstance(wish.currency()));
        return new OrderPlaced(
                order,
                wish.customer(),
                List.of(new OrderLine("tea", 1, price)),
                price,
                wish.paymentMethod(),
                "web");
    }

    private void accepted(Asked asked, List<UUID> orders) {
        answered("k-" + number, asked, new Answer.Accepted(orders, false));
    }

    private void log(UUID order, Wish wish) {
        write(ORDERS, order(order, wish), Labels.NONE);
        state(order, "PLACED");
    }

    private Labels labels(UUID order, int attempt, Instant due) {
        return new Labels(attempt, due, placement(order).place(), null, 0, null, false);
    }

    private Written record(String topic, DomainEvent data, Labels labels) {
        tick();
        var offset = offsets.merge(topic, 1L, Long::sum);
        return new Written(new Place(topic, 0, offset), now, Event.of("/tests", now, data), labels);
    }

    private void tick() {
        pass(Duration.ofMillis(1));
    }
}
