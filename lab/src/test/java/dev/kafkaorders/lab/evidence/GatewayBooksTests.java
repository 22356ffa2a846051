package dev.kafkaorders.lab.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Money;
import dev.kafkaorders.lab.audit.Movement;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayBooksTests {

    private static final Money PRICE = new Money(950, Currency.getInstance("EUR"));
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void readsALinePerMovement() {
        var lines =
                """
                {"kind":"charge","idempotencyKey":"k-1","orderId":"00000000-0000-0000-0000-000000000001",\
                "amountMinor":950,"currency":"EUR","reference":"ch_1","at":"2026-01-01T12:00:00Z"}
                {"kind":"refund","idempotencyKey":"k-2","amountMinor":950,"currency":"EUR",\
                "reference":"re_1","at":"2026-01-01T12:00:00Z"}
                """;

        assertThat(new GatewayBooks().read(lines.lines()))
                .containsExactly(
                        new Movement(
                                Movement.Kind.CHARGE, "k-1", new UUID(0, 1), PRICE, "ch_1", NOON),
                        new Movement(Movement.Kind.REFUND, "k-2", null, PRICE, "re_1", NOON));
    }
}
