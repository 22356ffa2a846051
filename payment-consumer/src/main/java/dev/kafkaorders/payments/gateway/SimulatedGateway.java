package dev.kafkaorders.payments.gateway;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.NameBasedUuid;
import dev.kafkaorders.payments.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// A gateway that keeps nothing: like a card processor's test cards, the payment method alone
/// decides the answer. It is idempotent by construction, as a reference is derived from the
/// idempotency key.
///
/// | payment method | answer to a charge |
/// | --- | --- |
/// | `pm_ok` | accepted |
/// | `pm_declined` | declined |
/// | `pm_slow_MS` | accepted after that many milliseconds, up to a bound |
/// | `pm_flaky_N` | fails the first N times, then accepted |
/// | `pm_down` | fails whenever it is tried |
/// | `pm_broken` | refused for good |
/// | anything else | declined |
///
/// On top of that the gateway as such can be told to behave badly, for drills.
public final class SimulatedGateway implements PaymentGateway {

    private static final Pattern NUMBERED = Pattern.compile("pm_(slow|flaky)_(\\d{1,9})");
    private static final UUID REFERENCES = UUID.fromString("0b6f9f0e-9f62-4c3b-8c53-1f8a4b5d7a10");

    private final Duration slowest;
    private volatile Behaviour behaviour = Behaviour.good();

    SimulatedGateway(Duration slowest) {
        this.slowest = slowest;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    public void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    @Override
    public GatewayAnswer charge(Charge charge) {
        return misbehave().orElseGet(() -> answer(charge));
    }

    @Override
    public GatewayAnswer refund(Refund refund) {
        return misbehave().orElseGet(() -> accepted("re_", refund.idempotencyKey()));
    }

    private GatewayAnswer answer(Charge charge) {
        return switch (charge.paymentMethod()) {
            case "pm_ok" -> accepted("ch_", charge.idempotencyKey());
            case "pm_declined" -> new GatewayAnswer.Declined("card_declined");
            case "pm_down" -> failed("the card's bank does not answer");
            case "pm_broken" ->
                    new GatewayAnswer.Failed(
                            new Failure.GatewayRefused("the payment method is malformed"));
            case String method -> numbered(charge, method);
        };
    }

    private GatewayAnswer numbered(Charge charge, String method) {
        var matcher = NUMBERED.matcher(method);
        if (!matcher.matches()) {
            return new GatewayAnswer.Declined("unsupported_payment_method");
        }
        var number = Integer.parseInt(matcher.group(2));
        if (matcher.group(1).equals("flaky")) {
            return charge.failedAttempts() < number
                    ? failed("the card's bank did not answer")
                    : accepted("ch_", charge.idempotencyKey());
        }
        return waited(Duration.ofMillis(number), slowest)
                .orElseGet(() -> accepted("ch_", charge.idempotencyKey()));
    }

    private Optional<GatewayAnswer> misbehave() {
        var now = behaviour;
        if (now.outage()) {
            return Optional.of(unavailable("the gateway is away, as it was told to be"));
        }
        if (now.refusing()) {
            return Optional.of(
                    new GatewayAnswer.Failed(
                            new Failure.GatewayRefused("it refuses all, as it was told to")));
        }
        if (ThreadLocalRandom.current().nextDouble() < now.failureRatio()) {
            return Optional.of(unavailable("the gateway fails, as it was told to now and then"));
        }
        return waited(now.latency(), Behaviour.SLOWEST);
    }

    /// Empty when it has waited, and the answer when it was interrupted.
    private static Optional<GatewayAnswer> waited(Duration wait, Duration atMost) {
        if (wait.isZero()) {
            return Optional.empty();
        }
        try {
            Thread.sleep(wait.compareTo(atMost) < 0 ? wait : atMost);
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(unavailable("interrupted"));
        }
    }

    private static GatewayAnswer failed(String message) {
        return new GatewayAnswer.Failed(new Failure.GatewayFailed(message));
    }

    private static GatewayAnswer unavailable(String message) {
        return new GatewayAnswer.Failed(new Failure.GatewayUnavailable(message));
    }

    private static GatewayAnswer accepted(String prefix, EventId idempotencyKey) {
        return new GatewayAnswer.Accepted(
                prefix + NameBasedUuid.of(REFERENCES, prefix + idempotencyKey));
    }
}
