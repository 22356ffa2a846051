package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.InboxEntry.Carrier;
import dev.kafkaorders.payments.record.Delivery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A delivery and what becomes of it.
///
/// @param before what the inbox knew of its event
/// @param carrier the event that takes this one along, if it was parked
/// @param carried what it takes along itself, in their order: a dead event that it replaces, events
///   that were parked behind it
record Handled(
        Delivery delivery,
        Optional<InboxEntry> before,
        Fate fate,
        Optional<Carrier> carrier,
        List<Handled> carried) {

    static Handled alone(Delivery delivery, Optional<InboxEntry> before, Fate fate) {
        return new Handled(delivery, before, fate, Optional.empty(), List.of());
    }

    /// This one and what it takes along, for a stream's `mapMulti`: few of a batch's thousands take
    /// anything along, and each would have a stream of its own for nothing, several times over.
    void all(Consumer<? super Handled> next) {
        next.accept(this);
        carried.forEach(next);
    }

    UUID orderId() {
        return before.map(InboxEntry::orderId).orElse(delivery.orderId());
    }

    /// What the inbox is to know of the event from now on; empty when nothing new was decided.
    Optional<InboxEntry> decision() {
        return switch (fate) {
            case Fate.Settled(_, var outcome) -> decided(EventState.SETTLED, 0, outcome);
            case Fate.Retried(var failed, _) -> decided(EventState.RETRYING, failed.attempts());
            case Fate.Dead(var failed) -> decided(EventState.DEAD, failed.attempts());
            case Fate.Parked _ -> decided(EventState.PARKED, 0);
            case Fate.Repeated _, Fate.StillDead _, Fate.Ignored _ -> Optional.empty();
        };
    }

    private Optional<InboxEntry> decided(EventState state, int attempts) {
        return decided(state, attempts, Optional.empty());
    }

    private Optional<InboxEntry> decided(
            EventState state, int attempts, Optional<Event<PaymentEvent>> outcome) {
        return Optional.of(
                new InboxEntry(
                        delivery.eventId(),
                        orderId(),
                        state,
                        attempts,
                        delivery.position(),
                        carrier,
                        outcome));
    }
}
