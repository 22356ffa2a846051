package dev.kafkaorders.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.events.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedGatewayTests {

    private static final Money PRICE = new Money(100, Currency.getInstance("EUR"));

    private final PaymentGateway gateway = new SimulatedGateway(Duration.ofMillis(50));

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
        "pm_flaky_2, unsupported_payment_method",
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

    private static Charge charge(String method) {
        return new Charge(new EventId(UUID.randomUUID()), UUID.randomUUID(), PRICE, method);
    }
}
