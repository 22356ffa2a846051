package dev.kafkaorders.orders.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A request that comes again is answered with the ids of the first time, by whatever version.
class IdempotencyKeyTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final IdempotencyKey KEY = IdempotencyKey.fromClient("tea-1");

    @Test
    void theIdsOfOrdersStayWhatTheyWere() {
        assertThat(KEY.orderId(NOON, true, 0)).hasToString("019b796d-d600-8e49-9fd1-a43cb98009f2");
        assertThat(KEY.orderId(NOON, false, 0)).hasToString("105bbe70-9af0-5e49-9fd1-a43cb98009f2");
    }

    @Test
    void eachOrderOfARequestHasItsOwn() {
        assertThat(KEY.orderId(NOON, true, 0)).isNotEqualTo(KEY.orderId(NOON, true, 1));
    }
}
