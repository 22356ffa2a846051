package dev.kafkaorders.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.payments.failure.Failure;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedGatewayTests {

    private static final Money PRICE = new Money(100, Currency.getInstance("EUR"));

    private final SimulatedGateway gateway = new SimulatedGateway(Duration.ofMillis(50));

    @Test
    void answersTheSameWhenAskedAgain() {
        var charge = charge("pm_ok");
        assertThat(gateway.charge(charge))
                .isInstanceOf(GatewayAnswer.Accepted.class)
                .isEqualTo(gateway.charge(charge));
    }

    @Test
    void givesEachChargeAReferenceOfItsOwn() {
        assertThat(gateway.charge(charge("pm_ok"))).isNotEqualTo(gateway.charge(charge("pm_ok")));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_declined, card_declined",
        "pm_flaky_, unsupported_payment_method",
        "pm_slow_, unsupported_payment_method",
        "pm_slow_-1, unsupported_payment_method",
        "pm_slow_99999999999, unsupported_payment_method"
    })
    void declines(String method, String reason) {
        assertThat(gateway.charge(charge(method))).isEqualTo(new GatewayAnswer.Declined(reason));
    }

    @Test
    void waitsNoLongerThanItsBound() {
        var begin = System.nanoTime();
        assertThat(gateway.charge(charge("pm_slow_999999")))
                .isInstanceOf(GatewayAnswer.Accepted.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
    }

    @Test
    void givesBackWhatWasCharged() {
        var refund = new Refund(new EventId(UUID.randomUUID()), UUID.randomUUID(), PRICE, "ch_1");
        assertThat(gateway.refund(refund))
                .isInstanceOf(GatewayAnswer.Accepted.class)
                .isEqualTo(gateway.refund(refund));
    }

    @Test
    void failsAFlakyCardAsOftenAsItSays() {
        assertThat(gateway.charge(charge("pm_flaky_2", 0)))
                .isInstanceOf(GatewayAnswer.Failed.class);
        assertThat(gateway.charge(charge("pm_flaky_2", 1)))
                .isInstanceOf(GatewayAnswer.Failed.class);
        assertThat(gateway.charge(charge("pm_flaky_2", 2)))
                .isInstanceOf(GatewayAnswer.Accepted.class);
    }

    @Test
    void tellsFailuresOfACardFromItsOwn() {
        assertThat(failure("pm_down")).isInstanceOf(Failure.GatewayFailed.class);
        assertThat(failure("pm_broken")).isInstanceOf(Failure.GatewayRefused.class);
        gateway.behave(new Behaviour(Duration.ZERO, 0, true, false));
        assertThat(failure("pm_ok")).isInstanceOf(Failure.GatewayUnavailable.class);
        gateway.behave(new Behaviour(Duration.ZERO, 1, false, false));
        assertThat(failure("pm_ok")).isInstanceOf(Failure.GatewayUnavailable.class);
    }

    @Test
    void takesItsTimeWhenItIsToldTo() {
        gateway.behave(new Behaviour(Duration.ofMillis(50), 0, false, false));
        var begin = System.nanoTime();
        assertThat(gateway.charge(charge("pm_ok"))).isInstanceOf(GatewayAnswer.Accepted.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "31000, 0", "0, -0.1", "0, 1.1", "0, NaN"})
    void refusesToBehaveLikeNoGateway(long latencyMillis, double failureRatio) {
        var latency = Duration.ofMillis(latencyMillis);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Behaviour(latency, failureRatio, false, false));
    }

    private Failure failure(String method) {
        return ((GatewayAnswer.Failed) gateway.charge(charge(method))).failure();
    }

    private static Charge charge(String method) {
        return charge(method, 0);
    }

    private static Charge charge(String method, int failedAttempts) {
        var eventId = new EventId(UUID.randomUUID());
        return new Charge(eventId, UUID.randomUUID(), PRICE, method, failedAttempts);
    }
}
