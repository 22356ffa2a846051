package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.NameBasedUuid;
import java.time.Duration;
import java.util.UUID;

/// A gateway that keeps nothing: like a card processor's test cards, the payment method alone
/// decides the answer. It is idempotent by construction, as a reference is derived from the
/// idempotency key.
///
/// `pm_ok` is captured, `pm_declined` is declined, `pm_slow_MS` is captured after that many
/// milliseconds (up to a bound); what it doesn't know it declines.
final class SimulatedGateway implements PaymentGateway {

    private static final String SLOW = "pm_slow_";
    private static final UUID REFERENCES = UUID.fromString("0b6f9f0e-9f62-4c3b-8c53-1f8a4b5d7a10");

    private final Duration slowest;

    SimulatedGateway(Duration slowest) {
        this.slowest = slowest;
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
        var method = charge.paymentMethod();
        return switch (method) {
            case "pm_ok" -> accepted("ch_", charge.idempotencyKey());
            case "pm_declined" -> new GatewayAnswer.Declined("card_declined");
            default ->
                    method.matches(SLOW + "\\d{1,9}")
                            ? chargeSlowly(
                                    charge, Integer.parseInt(method.substring(SLOW.length())))
                            : new GatewayAnswer.Declined("unsupported_payment_method");
        };
    }

    @Override
    public GatewayAnswer refund(Refund refund) {
        return accepted("re_", refund.idempotencyKey());
    }

    private GatewayAnswer chargeSlowly(Charge charge, int millis) {
        try {
            Thread.sleep(Math.min(millis, slowest.toMillis()));
            return accepted("ch_", charge.idempotencyKey());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new GatewayAnswer.Failed("interrupted");
        }
    }

    private static GatewayAnswer accepted(String prefix, EventId idempotencyKey) {
        return new GatewayAnswer.Accepted(
                prefix + NameBasedUuid.of(REFERENCES, prefix + idempotencyKey));
    }
}
