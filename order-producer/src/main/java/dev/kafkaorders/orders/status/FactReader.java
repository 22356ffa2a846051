package dev.kafkaorders.orders.status;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.EventType;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Tells what a record says about an order. Takes any record and never throws: what makes no sense
/// is [Observation.Meaningless], and must not stop those behind it.
///
/// The order is the record's key, by which the topics are partitioned. A record whose event is of
/// another order is none of ours.
public final class FactReader {

    private final StatusTopics topics;
    private final EventReader events = new EventReader();

    public FactReader(StatusTopics topics) {
        this.topics = topics;
    }

    public Observation read(
            Position position, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        var values = new HeaderValues(headers);
        var orderId = HeaderValues.uuid(key);
        if (orderId.isEmpty()) {
            return new Observation.Meaningless("the key is no order's id");
        }
        if (topics.isRetry(position.topic())) {
            return values.text(ReplayHeaders.DISCARDED)
                    .map(why -> failed(orderId.get(), position, values, Failure.DISCARDED, why))
                    .orElseGet(() -> failed(orderId.get(), position, values, Failure.RETRIED));
        }
        return topics.isDeadLetters(position.topic())
                ? failed(orderId.get(), position, values, Failure.DEAD)
                : event(orderId.get(), position, values, events.read(headers, value));
    }

    private static Observation event(
            UUID orderId, Position position, HeaderValues values, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Known(Event<?> event) ->
                    event.data().orderId().equals(orderId)
                            ? happened(orderId, position, values, event)
                            : new Observation.Meaningless("the key is another order's");
            case Decoded.UnknownType(_) -> new Observation.Meaningless("the type is unknown");
            case Decoded.Malformed(_) -> new Observation.Meaningless("the event is malformed");
        };
    }

    private static Observation happened(
            UUID orderId, Position position, HeaderValues values, Event<?> event) {
        DomainEvent data = event.data();
        var replay = replay(values);
        return switch (data) {
            case OrderPlaced placed ->
                    new Observation.Observed(
                            orderId,
                            position.fact(Milestone.PLACED, replay, 0, null, null),
                            new Purchase(
                                    placed.customerId(), placed.total(), event.time(), replay));
            case OrderCancelled cancelled ->
                    observed(
                            orderId,
                            position.fact(
                                    Milestone.CANCELLED,
                                    replay,
                                    0,
                                    null,
                                    HeaderValues.cut(cancelled.reason())));
            case PaymentCaptured _ ->
                    observed(orderId, position.fact(Milestone.CAPTURED, 0, 0, null, null));
            case PaymentDeclined declined ->
                    observed(
                            orderId,
                            position.fact(
                                    Milestone.DECLINED,
                                    0,
                                    0,
                                    null,
                                    HeaderValues.cut(declined.reason())));
            case PaymentRefunded _ ->
                    observed(orderId, position.fact(Milestone.REFUNDED, 0, 0, null, null));
        };
    }

    private static Observation failed(
            UUID orderId, Position position, HeaderValues values, Failure failure) {
        return failed(orderId, position, values, failure, values.failure().orElse(null));
    }

    /// The payload is what it was when the event was written: what it is about is all that counts
    /// here, and its type says that. What can't be read, and has no type, is nothing that could be
    /// told of an order.
    private static Observation failed(
            UUID orderId,
            Position position,
            HeaderValues values,
            Failure failure,
            @Nullable String reason) {
        return milestone(values, failure)
                .<Observation>map(milestone ->
                        new Observation.Observed(
                                orderId,
                                position.fact(
                                        milestone,
                                        replay(values),
                                        values.digits(RetryHeaders.ATTEMPTS).orElse(0),
                                        values.time(RetryHeaders.DUE).orElse(null),
                                        reason),
                                null))
                .orElseGet(() -> new Observation.Meaningless("no type of event that is retried"));
    }

    private static Optional<Milestone> milestone(HeaderValues values, Failure failure) {
        return values.text(EventHeaders.TYPE)
                .flatMap(EventType::named)
                .flatMap(type ->
                        switch (type) {
                            case ORDER_PLACED -> Optional.of(failure.ofPayment);
                            case ORDER_CANCELLED -> Optional.of(failure.ofRefund);
                            case PAYMENT_CAPTURED, PAYMENT_DECLINED, PAYMENT_REFUNDED ->
                                    Optional.empty();
                        });
    }

    private static Observation observed(UUID orderId, Fact fact) {
        return new Observation.Observed(orderId, fact, null);
    }

    private static int replay(HeaderValues values) {
        return values.digits(ReplayHeaders.REPLAY_COUNT).orElse(0);
    }

    private enum Failure {
        RETRIED(Milestone.RETRYING, Milestone.REFUND_RETRYING),
        DEAD(Milestone.DEAD_LETTERED, Milestone.REFUND_DEAD_LETTERED),
        DISCARDED(Milestone.DISCARDED, Milestone.REFUND_DISCARDED);

        private final Milestone ofPayment;
        private final Milestone ofRefund;

        Failure(Milestone ofPayment, Milestone ofRefund) {
            this.ofPayment = ofPayment;
            this.ofRefund = ofRefund;
        }
    }
}
