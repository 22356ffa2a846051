package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.Known;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.ReplayMark;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/// What a delivery means, by what the inbox knows of its event.
enum Standing {
    /// The event is new.
    NEW,
    /// The event is to be tried again: this is the attempt that was announced, or it is replayed,
    /// or this very delivery has failed and Kafka may not have heard.
    TRY,
    /// The event was settled by this very delivery, and Kafka may not have heard.
    REPEAT,
    /// The event died by this very delivery, and Kafka may not have heard. It isn't tried: if Kafka
    /// has heard, there is a dead letter, and what becomes of the event is an operator's decision.
    MOURN,
    /// The event is dealt with elsewhere.
    COPY;

    /// @param letter the headers of what was told of the event, if it lies dead
    static Standing of(
            Delivery delivery, Optional<InboxEntry> known, Optional<List<Header>> letter) {
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
            case DEAD -> {
                if (decidedByThis) {
                    yield MOURN;
                }
                yield isDiscard(delivery) || isReplay(delivery, letter) ? TRY : COPY;
            }
        };
    }

    /// Whether the delivery may let its order go on, if an event of before holds that up.
    static boolean mayRelease(Delivery delivery, Known known) {
        return switch (of(delivery, known.event(delivery.eventId()), Optional.empty())) {
            case TRY, REPEAT, MOURN -> true;
            case NEW -> delivery.replaces().flatMap(known::event).isPresent();
            case COPY -> false;
        };
    }

    private static boolean isAnnounced(Delivery delivery, InboxEntry entry) {
        return delivery.attempts() == entry.attempts();
    }

    /// Not one that the letter came of: then the offsets were set back over it.
    private static boolean isReplay(Delivery delivery, Optional<List<Header>> letter) {
        return delivery.isReplay()
                && ReplayMark.of(delivery.original().headers())
                        .filter(mark ->
                                letter.flatMap(ReplayMark::of)
                                        .filter(mark::isAnsweredBy)
                                        .isPresent())
                        .isEmpty();
    }

    private static boolean isDiscard(Delivery delivery) {
        return delivery.content() instanceof Content.Discard;
    }
}
