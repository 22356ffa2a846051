package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import java.util.Optional;

/// What a delivery means, by what the inbox knows of its event.
enum Standing {
    /// The event is new.
    NEW,
    /// The event is to be tried again: this is the attempt that was announced, or it is replayed,
    /// or it was decided about by this very delivery and Kafka may not have heard.
    TRY,
    /// The event was settled by this very delivery, and Kafka may not have heard.
    REPEAT,
    /// The event is dealt with elsewhere.
    COPY;

    static Standing of(Delivery delivery, Optional<InboxEntry> known) {
        if (known.isEmpty()) {
            return isDiscard(delivery) ? COPY : NEW;
        }
        var entry = known.get();
        var decidedByThis = entry.decidedBy().equals(delivery.position());
        return switch (entry.state()) {
            case SETTLED -> decidedByThis ? REPEAT : COPY;
            case PARKED -> COPY;
            case RETRYING ->
                    decidedByThis || isAnnounced(delivery, entry) || isDiscard(delivery)
                            ? TRY
                            : COPY;
            case DEAD -> decidedByThis || delivery.isReplay() || isDiscard(delivery) ? TRY : COPY;
        };
    }

    private static boolean isAnnounced(Delivery delivery, InboxEntry entry) {
        return delivery.attempts() == entry.attempts();
    }

    private static boolean isDiscard(Delivery delivery) {
        return delivery.content() instanceof Content.Discard;
    }
}
