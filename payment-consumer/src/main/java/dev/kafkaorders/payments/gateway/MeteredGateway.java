package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.payments.failure.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/// Times the calls to another gateway, by call and answer: `payments.gateway.calls`.
final class MeteredGateway implements PaymentGateway {

    private final PaymentGateway gateway;
    private final MeterRegistry meters;

    MeteredGateway(PaymentGateway gateway, MeterRegistry meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
        return timed("charge", () -> gateway.charge(charge));
    }

    @Override
    public GatewayAnswer refund(Refund refund) {
        return timed("refund", () -> gateway.refund(refund));
    }

    private GatewayAnswer timed(String call, Supplier<GatewayAnswer> answer) {
        var sample = Timer.start(meters);
        var given = answer.get();
        sample.stop(meters.timer("payments.gateway.calls", "call", call, "answer", name(given)));
        return given;
    }

    private static String name(GatewayAnswer answer) {
        return switch (answer) {
            case GatewayAnswer.Accepted _ -> "accepted";
            case GatewayAnswer.Declined _ -> "declined";
            case GatewayAnswer.Failed(Failure.GatewayUnavailable _) -> "unavailable";
            case GatewayAnswer.Failed _ -> "failed";
            case GatewayAnswer.NotAsked _ -> "not-asked";
        };
    }
}
