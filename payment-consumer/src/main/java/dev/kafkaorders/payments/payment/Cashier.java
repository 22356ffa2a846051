package dev.kafkaorders.payments.payment;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderEvent;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentEvent;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.gateway.Charge;
import dev.kafkaorders.payments.gateway.GatewayAnswer;
import dev.kafkaorders.payments.gateway.PaymentGateway;
import dev.kafkaorders.payments.gateway.Refund;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides what an order event means for the order's payment, and has the gateway do it.
///
/// Keeps nothing: when its answer is lost, asking it again with the same payment and event moves no
/// money again, because the event's id is the gateway's idempotency key.
@Component
public class Cashier {

    private final PaymentGateway gateway;

    public Cashier(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /// Has the event done what it means for the payment.
    ///
    /// @param failedAttempts how often the event was tried in vain
    public Settlement settle(
            Payment payment, EventId eventId, OrderEvent event, int failedAttempts) {
        return switch (event) {
            case OrderPlaced order -> place(payment, eventId, order, failedAttempts);
            case OrderCancelled _ -> cancel(payment, eventId);
        };
    }

    private Settlement place(
            Payment payment, EventId eventId, OrderPlaced order, int failedAttempts) {
        return switch (payment) {
            case Payment.Awaited awaited -> charge(awaited, eventId, order, failedAttempts);
            case Payment.Cancelled cancelled -> declined(cancelled.refused(order.total()));
            // An order is charged for once, whatever else is placed under its id.
            case Payment.Captured _, Payment.Declined _, Payment.Refunded _ -> silent(payment);
        };
    }

    private Settlement cancel(Payment payment, EventId eventId) {
        return switch (payment) {
            case Payment.Awaited awaited -> silent(awaited.cancelled());
            case Payment.Captured captured -> refund(captured, eventId);
            case Payment.Cancelled _, Payment.Declined _, Payment.Refunded _ -> silent(payment);
        };
    }

    private Settlement charge(
            Payment.Awaited awaited, EventId eventId, OrderPlaced order, int failedAttempts) {
        var orderId = order.orderId();
        var amount = order.total();
        var charge = new Charge(eventId, orderId, amount, order.paymentMethod(), failedAttempts);
        return switch (gateway.charge(charge)) {
            case GatewayAnswer.Accepted(var reference) -> {
                var captured = awaited.captured(amount, reference);
                yield settled(captured, new PaymentCaptured(orderId, amount, reference));
            }
            case GatewayAnswer.Declined(var reason) -> declined(awaited.declined(amount, reason));
            case GatewayAnswer.Failed(var failure) -> new Settlement.Unsettled(failure);
            case GatewayAnswer.NotAsked _ -> new Settlement.Postponed();
        };
    }

    private Settlement refund(Payment.Captured captured, EventId eventId) {
        var orderId = captured.orderId();
        var amount = captured.amount();
        return switch (gateway.refund(new Refund(eventId, orderId, amount, captured.reference()))) {
            case GatewayAnswer.Accepted(var reference) ->
                    settled(
                            captured.refunded(reference),
                            new PaymentRefunded(orderId, amount, reference));
            // We owe the money: it is asked for again, and in the end a person has to see to it.
            case GatewayAnswer.Declined(var reason) ->
                    new Settlement.Unsettled(
                            new Failure.GatewayFailed("refund declined: " + reason));
            case GatewayAnswer.Failed(var failure) -> new Settlement.Unsettled(failure);
            case GatewayAnswer.NotAsked _ -> new Settlement.Postponed();
        };
    }

    private static Settlement declined(Payment.Declined declined) {
        return settled(
                declined,
                new PaymentDeclined(declined.orderId(), declined.amount(), declined.reason()));
    }

    private static Settlement settled(Payment payment, PaymentEvent outcome) {
        return new Settlement.Settled(payment, Optional.of(outcome));
    }

    private static Settlement silent(Payment payment) {
        return new Settlement.Settled(payment, Optional.empty());
    }
}
