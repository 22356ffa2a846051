package dev.kafkaorders.payments.intake;

import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.failure.Remedy;
import dev.kafkaorders.payments.inbox.Outcomes;
import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.payment.Cashier;
import dev.kafkaorders.payments.payment.Payment;
import dev.kafkaorders.payments.payment.Settlement;
import dev.kafkaorders.payments.record.Content;
import dev.kafkaorders.payments.record.Delivery;
import dev.kafkaorders.payments.record.Failed;
import dev.kafkaorders.payments.retry.RetrySchedule;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The attempts of one batch to settle events, by many threads at once.
///
/// An attempt that finds the gateway unavailable is held against the event only if it is sure that
/// it was the event: see [Doubts].
final class Attempts {

    private final Cashier cashier;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final Queue<Unavailable> unavailable = new ConcurrentLinkedQueue<>();

    Attempts(Cashier cashier, RetrySchedule schedule, Clock clock) {
        this.cashier = cashier;
        this.schedule = schedule;
        this.clock = clock;
    }

    /// Empty when the gateway is known to be away.
    Optional<Fate> at(Payment payment, Delivery delivery) {
        return switch (delivery.content()) {
            case Content.Discard _ -> Optional.of(new Fate.Settled(payment, Optional.empty()));
            case Content.Unreadable(var failure) -> Optional.of(failed(delivery, failure));
            case Content.Order order ->
                    switch (settle(payment, delivery, order)) {
                        case Settlement.Settled(var after, var outcome) ->
                                Optional.of(
                                        new Fate.Settled(
                                                after,
                                                outcome.map(data ->
                                                        Outcomes.event(clock.instant(), data))));
                        case Settlement.Unsettled(var failure) ->
                                Optional.of(failed(delivery, failure));
                        case Settlement.Postponed _ -> Optional.empty();
                    };
        };
    }

    /// To be called when all attempts are made: stops partitions in front of the events that may
    /// have met an outage.
    void stopDoubtful(Doubts doubts, Stops stops) {
        for (var one : unavailable) {
            if (doubts.isOutage(one.delivery(), one.time())) {
                stops.at(one.delivery().position(), Reason.GATEWAY_AWAY);
            }
        }
    }

    private Settlement settle(Payment payment, Delivery delivery, Content.Order order) {
        try {
            return cashier.settle(payment, delivery.eventId(), order.event(), delivery.attempts());
        } catch (RuntimeException e) {
            // A bug that one event brings to light must not stop the others.
            return new Settlement.Unsettled(new Failure.Bug(e));
        }
    }

    private Fate failed(Delivery delivery, Failure failure) {
        var now = clock.instant();
        if (failure instanceof Failure.GatewayUnavailable) {
            unavailable.add(new Unavailable(delivery, now));
        }
        var failed =
                new Failed(delivery.attempts() + 1, delivery.firstFailure().orElse(now), failure);
        return switch (Remedy.of(failure)) {
            case Remedy.Retry(var notBefore) ->
                    schedule.after(delivery, notBefore)
                            .<Fate>map(hop -> new Fate.Retried(failed, hop))
                            .orElseGet(() -> new Fate.Dead(failed));
            case Remedy.GiveUp _ -> new Fate.Dead(failed);
        };
    }

    /// The gateway was found unavailable.
    private record Unavailable(Delivery delivery, Instant time) {}
}
