package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.payments.gateway.GatewayPulse;
import dev.kafkaorders.payments.record.Delivery;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoubtsTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Delivery event = Deliveries.at("orders", 0, 0);
    private final Pulse pulse = new Pulse();
    private final Doubts doubts = new Doubts(pulse);

    @Test
    void isNoOutageWhenALaterCallWasAnswered() {
        pulse.beat = NOON.plusMillis(1);
        assertThat(doubts.isOutage(event, NOON)).isFalse();
    }

    @Test
    void mayBeAnOutageWhenOnlyEarlierCallsWereAnswered() {
        pulse.beat = NOON;
        assertThat(doubts.isOutage(event, NOON)).isTrue();
    }

    @Test
    void isAnOutageWhenTheBreakerSaysSo() {
        pulse.beat = NOON.plusMillis(1);
        pulse.away = true;
        assertThat(doubts.isOutage(event, NOON)).isTrue();
    }

    @Test
    void isNoOutageWhenOthersWereAnsweredBetweenTwoVainAttempts() {
        pulse.beat = NOON;
        doubts.isOutage(event, NOON);
        pulse.beat = NOON.plusSeconds(1);
        pulse.away = true;
        assertThat(doubts.isOutage(event, NOON.plusSeconds(2))).isFalse();
    }

    @Test
    void mayStillBeAnOutageWhenNobodyWasAnsweredBetweenTwoVainAttempts() {
        pulse.beat = NOON;
        doubts.isOutage(event, NOON);
        assertThat(doubts.isOutage(event, NOON.plusSeconds(2))).isTrue();
        assertThat(doubts.isOutage(event, NOON.plusSeconds(4))).isTrue();
    }

    @Test
    void goesByTheLatestAttemptOfMany() {
        doubts.isOutage(event, NOON);
        doubts.isOutage(event, NOON.plusSeconds(2));
        pulse.beat = NOON.plusSeconds(1);
        assertThat(doubts.isOutage(event, NOON.plusSeconds(3))).isTrue();
    }

    private static final class Pulse implements GatewayPulse {

        private Instant beat = Instant.MIN;
        private boolean away;

        @Override
        public boolean isAway() {
            return away;
        }

        @Override
        public boolean beatAfter(Instant moment) {
            return beat.isAfter(moment);
        }
    }
}
