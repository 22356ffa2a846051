package dev.kafkaorders.lab.gateway;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.lab.gateway.Entry.Kind;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Charges and refunds, each at most once per idempotency key: a key that moved money before gets
/// the same answer again, whatever else is asked.
final class Cashbox {
    private final Ledger ledger;
    private final TestCards cards = new TestCards();
    private final Clock clock;

    Cashbox(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    CardAnswer charge(String key, UUID orderId, Money amount, String paymentMethod)
            throws InterruptedException {
        var known = ledger.find(key);
        if (known.isPresent()) {
            return new CardAnswer.Accepted(known.get().reference());
        }
        return switch (cards.decide(paymentMethod, key)) {
            case ACCEPT -> moved(Kind.charge, "ch_", key, orderId, amount);
            case DECLINE -> new CardAnswer.Declined("card_declined");
            case DECLINE_UNKNOWN -> new CardAnswer.Declined("unsupported_payment_method");
            case FAIL -> new CardAnswer.Failed();
            case REFUSE -> new CardAnswer.Refused();
        };
    }

    CardAnswer refund(String key, @Nullable UUID orderId, Money amount) {
        return moved(Kind.refund, "re_", key, orderId, amount);
    }

    Stream<String> ledger() {
        return ledger.lines();
    }

    /// References are drawn at random, so that who charges twice is caught by two of them.
    private CardAnswer moved(
            Kind kind, String prefix, String key, @Nullable UUID orderId, Money amount) {
        var entry =
                ledger.enter(
                        key,
                        () ->
                                new Entry(
                                        kind,
                                        key,
                                        orderId,
                                        amount.minorUnits(),
                                        amount.currency(),
                                        prefix + UUID.randomUUID(),
                                        clock.instant()));
        return new CardAnswer.Accepted(entry.reference());
    }
}
