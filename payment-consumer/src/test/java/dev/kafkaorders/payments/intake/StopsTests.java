package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.payments.intake.Stop.Reason;
import dev.kafkaorders.payments.record.Position;
import org.junit.jupiter.api.Test;

class StopsTests {

    private final Stops stops = new Stops();

    @Test
    void letsPassWhatIsInFrontOfAStop() {
        stops.at(new Position("orders", 1, 10), Reason.GATEWAY_AWAY);
        assertThat(stops.letPass(Deliveries.at("orders", 1, 9))).isTrue();
        assertThat(stops.letPass(Deliveries.at("orders", 1, 10))).isFalse();
        assertThat(stops.letPass(Deliveries.at("orders", 1, 11))).isFalse();
    }

    @Test
    void letsOtherPartitionsPass() {
        stops.at(new Position("orders", 1, 10), Reason.GATEWAY_AWAY);
        assertThat(stops.letPass(Deliveries.at("orders", 2, 11))).isTrue();
    }

    @Test
    void keepsTheFirstStopOfAPartition() {
        stops.at(new Position("orders", 1, 10), Reason.GATEWAY_AWAY);
        stops.at(new Position("orders", 1, 8), Reason.PARKING_FULL);
        stops.at(new Position("orders", 1, 9), Reason.GATEWAY_AWAY);
        assertThat(stops.byPartition().values()).containsExactly(new Stop(8, Reason.PARKING_FULL));
    }
}
