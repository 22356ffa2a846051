package dev.kafkaorders.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One event of each type, equal to what the stored samples hold.
final class SampleEvents {

    static final UUID ORDER_ID = UUID.fromString("5a3f1e52-3c57-4a0e-8f5b-3f8a1d2b7c90");
    static final Instant TIME = Instant.parse("2026-11-23T09:30:00.123456Z");

    private static final Map<EventType, DomainEvent> BY_TYPE =
            Map.of(
                    EventType.ORDER_PLACED,
                    new OrderPlaced(
                            ORDER_ID,
                            "customer-7",
                            List.of(
                                    new OrderLine("BOOK-1", 2, euros(1999)),
                                    new OrderLine("PEN-3", 1, euros(250))),
                            euros(4248),
                            "pm_ok",
                            "app"),
                    EventType.ORDER_CANCELLED,
                    new OrderCancelled(ORDER_ID, "ordered by mistake"),
                    EventType.PAYMENT_CAPTURED,
                    new PaymentCaptured(ORDER_ID, euros(4248), "ch_1"),
                    EventType.PAYMENT_DECLINED,
                    new PaymentDeclined(ORDER_ID, euros(4248), "insufficient_funds"),
                    EventType.PAYMENT_REFUNDED,
                    new PaymentRefunded(ORDER_ID, euros(4248), "re_1"));

    private SampleEvents() {}

    static DomainEvent of(EventType type) {
        return BY_TYPE.get(type);
    }

    static Event<?> event(EventType type) {
        return Event.of("/sample", TIME, of(type));
    }

    /// The JSON of the event as the first version of the contract wrote it. Never edit a stored
    /// sample: a topic may still hold its like.
    static String storedJson(EventType type) {
        var name = type.typeName().substring("dev.kafkaorders.".length());
        try (var sample = SampleEvents.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Money euros(long cents) {
        return new Money(cents, Currency.getInstance("EUR"));
    }
}
