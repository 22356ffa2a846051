package dev.kafkaorders.payments.intake;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.inbox.EventState;
import dev.kafkaorders.payments.inbox.InboxEntry;
import dev.kafkaorders.payments.inbox.InboxEntry.Carrier;
import dev.kafkaorders.payments.intake.Lane.Waiting;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.record.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Takes one order from delivery to delivery.
///
/// While an event of the order waits in a retry topic or lies dead, those that come later are
/// parked behind it. The delivery that settles it takes them along, in their order, up to the next
/// that fails.
final class LaneRun {

    private final Lane lane;
    private final Attempts attempts;
    private final Stops stops;
    private final Set<EventId> decided = new HashSet<>();
    private Payment payment;
    private Hold hold;
    private boolean hasParked;

    LaneRun(Lane lane, Attempts attempts, Stops stops) {
        this.lane = lane;
        this.attempts = attempts;
        this.stops = stops;
        this.payment = lane.payment();
        this.hold =
                lane.head()
                        .<Hold>map(head -> new Hold.SinceBefore(head.eventId()))
                        .orElseGet(Hold.None::new);
    }

    /// What became of the deliveries, up to the first that a stop holds back.
    List<Handled> run() {
        var handled = new ArrayList<Handled>(lane.deliveries().size());
        for (var delivery : lane.deliveries()) {
            if (hasParked && Standing.mayRelease(delivery, lane.known())) {
                // What this poll has parked could not be taken along: it isn't stored yet.
                lane.stopFrom(delivery, stops, new Stop.Reason.NextPoll());
                return handled;
            }
            var one = stops.letPass(delivery) ? handle(delivery) : Optional.<Handled>empty();
            if (one.isEmpty()) {
                lane.stopFrom(delivery, stops, Stop.Reason.GATEWAY_AWAY);
                return handled;
            }
            handled.add(one.get());
        }
        return handled;
    }

    /// Empty when it can't be handled now.
    private Optional<Handled> handle(Delivery delivery) {
        var known = lane.known().event(delivery.eventId());
        var letter = lane.letters().get(delivery.eventId());
        var standing =
                decided.contains(delivery.eventId())
                        ? Standing.COPY
                        : Standing.of(delivery, known, Optional.ofNullable(letter));
        if (standing == Standing.MOURN && letter != null) {
            // Nothing is decided by that: it may be brought back by the same poll.
            return Optional.of(Handled.alone(delivery, known, new Fate.StillDead(letter)));
        }
        if (standing != Standing.COPY) {
            decided.add(delivery.eventId());
        }
        return switch (standing) {
            case COPY -> Optional.of(Handled.alone(delivery, known, new Fate.Ignored()));
            case REPEAT -> repeat(delivery, known.orElseThrow());
            // What died before letters were kept is tried again.
            case TRY, MOURN -> attempt(delivery, known);
            case NEW ->
                    replaced(delivery)
                            .map(dead -> correct(delivery, dead))
                            .orElseGet(() -> handleNew(delivery));
        };
    }

    private Optional<Handled> handleNew(Delivery delivery) {
        return switch (hold) {
            case Hold.None _ -> attempt(delivery, Optional.empty());
            case Hold.SinceBefore(var head) -> park(delivery, Optional.of(head));
            case Hold.SinceNow _ -> park(delivery, Optional.empty());
        };
    }

    /// The dead event that the delivery brings a corrected copy of, unless that is another order's,
    /// or another one holds up the order.
    private Optional<InboxEntry> replaced(Delivery delivery) {
        return delivery.replaces()
                .flatMap(lane.known()::event)
                .filter(dead -> dead.state() == EventState.DEAD)
                .filter(dead -> dead.orderId().equals(lane.orderId()) || dead.isOrderOfItsOwn())
                .filter(dead ->
                        switch (hold) {
                            case Hold.None _ -> true;
                            case Hold.SinceBefore(var head) -> head.equals(dead.eventId());
                            case Hold.SinceNow _ -> false;
                        })
                .filter(dead -> decided.add(dead.eventId()));
    }

    /// Handles a corrected copy in the place of the event that died, of which nothing more will
    /// come: whatever becomes of the copy, what waits now waits for that.
    private Optional<Handled> correct(Delivery delivery, InboxEntry dead) {
        var fate = decide(delivery);
        if (fate.isEmpty()) {
            return Optional.empty();
        }
        var buried =
                Handled.alone(
                        delivery.ofReplaced(dead.eventId()),
                        Optional.of(dead),
                        new Fate.Settled(payment, Optional.empty()));
        var carried =
                fate.get() instanceof Fate.Settled
                        ? takeAlong(delivery, parked(), 0)
                        : Optional.of(List.<Handled>of());
        return carried.map(events ->
                with(
                        delivery,
                        Optional.empty(),
                        fate.get(),
                        Stream.concat(Stream.of(buried), events.stream()).toList()));
    }

    private Optional<Handled> park(Delivery delivery, Optional<EventId> head) {
        hasParked = true;
        return Optional.of(Handled.alone(delivery, Optional.empty(), new Fate.Parked(head)));
    }

    private Optional<Handled> attempt(Delivery delivery, Optional<InboxEntry> before) {
        var fate = decide(delivery);
        if (fate.isEmpty()) {
            return Optional.empty();
        }
        var isRelease = before.isPresent() && fate.get() instanceof Fate.Settled;
        return isRelease
                ? takeAlong(delivery, parked(), 0)
                        .map(carried -> with(delivery, before, fate.get(), carried))
                : Optional.of(with(delivery, before, fate.get(), List.of()));
    }

    /// Tells again what was settled by this delivery, and goes on with what it took along and could
    /// not settle: neither may have left this service. What died of that is told again, too.
    private Optional<Handled> repeat(Delivery delivery, InboxEntry entry) {
        var took = lane.known().carriedBy(entry.eventId());
        var outcomes =
                Stream.concat(Stream.of(entry), took.stream())
                        .map(InboxEntry::outcome)
                        .flatMap(Optional::stream)
                        .toList();
        var fate = new Fate.Repeated(outcomes);
        var unsettled = took.stream().filter(InboxEntry::isHead).findFirst();
        if (unsettled.isEmpty()) {
            return Optional.of(Handled.alone(delivery, Optional.of(entry), fate));
        }
        var first = unsettled.get();
        var letter = lane.letters().get(first.eventId());
        if (first.state() == EventState.DEAD && letter != null) {
            var stillDead = new Fate.StillDead(letter);
            var carried =
                    kept(first)
                            .map(one ->
                                    new Handled(
                                            one.delivery().carriedBy(delivery),
                                            Optional.of(first),
                                            stillDead,
                                            first.carrier(),
                                            List.of()))
                            .toList();
            return Optional.of(with(delivery, Optional.of(entry), fate, carried));
        }
        var again = Stream.concat(kept(first), parked().stream()).toList();
        return takeAlong(delivery, again, first.carrier().orElseThrow().number())
                .map(carried -> with(delivery, Optional.of(entry), fate, carried));
    }

    private Stream<Waiting> kept(InboxEntry event) {
        return lane.waiting().stream().filter(one -> one.entry().equals(event));
    }

    private List<Waiting> parked() {
        return lane.waiting().stream()
                .filter(one -> one.entry().state() == EventState.PARKED)
                .toList();
    }

    /// Handles events that came with another one's delivery, up to the first that fails. Empty when
    /// one can't be handled now: then the delivery that brings them has to come again, or nobody
    /// would bring them.
    private Optional<List<Handled>> takeAlong(
            Delivery carrier, List<Waiting> events, int firstNumber) {
        var carried = new ArrayList<Handled>(events.size());
        hold = new Hold.None();
        for (var event : events) {
            if (!decided.add(event.entry().eventId())) {
                continue;
            }
            var delivery = event.delivery().carriedBy(carrier);
            var fate = decide(delivery);
            if (fate.isEmpty()) {
                return Optional.empty();
            }
            carried.add(
                    new Handled(
                            delivery,
                            Optional.of(event.entry()),
                            fate.get(),
                            Optional.of(
                                    new Carrier(carrier.eventId(), firstNumber + carried.size())),
                            List.of()));
            if (!(fate.get() instanceof Fate.Settled)) {
                break;
            }
        }
        return Optional.of(carried);
    }

    private Optional<Fate> decide(Delivery delivery) {
        var fate = attempts.at(payment, delivery);
        fate.ifPresent(one -> {
            switch (one) {
                case Fate.Settled settled -> {
                    payment = settled.payment();
                    hold = new Hold.None();
                }
                case Fate other -> hold = new Hold.SinceNow();
            }
        });
        return fate;
    }

    private static Handled with(
            Delivery delivery, Optional<InboxEntry> before, Fate fate, List<Handled> carried) {
        return new Handled(delivery, before, fate, Optional.empty(), carried);
    }

    /// What holds up the order.
    private sealed interface Hold {

        record None() implements Hold {}

        /// An event that the inbox knew before this batch.
        record SinceBefore(EventId head) implements Hold {}

        /// An event of this batch.
        record SinceNow() implements Hold {}
    }
}
