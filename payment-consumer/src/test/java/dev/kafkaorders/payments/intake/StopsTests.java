package dev.kafkaorders.payments.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.EventId;
import dev.kafkaorders.payments.stage.Orders;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StopsTests {

    private static final TopicPartition ONE = new TopicPartition("orders", 1);
    private static final TopicPartition TWO = new TopicPartition("orders", 2);

    private final Stops stops = new Stops();

    @Test
    void letsPassWhatIsInFrontOfAStop() {
        stops.at(ONE, 10, "broken");
        assertThat(stops.letPass(delivery(ONE, 9))).isTrue();
        assertThat(stops.letPass(delivery(ONE, 10))).isFalse();
        assertThat(stops.letPass(delivery(ONE, 11))).isFalse();
    }

    @Test
    void letsOtherPartitionsPass() {
        stops.at(ONE, 10, "broken");
        assertThat(stops.letPass(delivery(TWO, 11))).isTrue();
    }

    @Test
    void keepsTheFirstStopOfAPartition() {
        stops.at(ONE, 10, "ten");
        stops.at(ONE, 8, "eight");
        stops.at(ONE, 9, "nine");
        assertThat(stops.byPartition()).containsEntry(ONE, new Stop(8, "eight"));
    }

    private static Delivery delivery(TopicPartition partition, long offset) {
        return new Delivery(
                partition, offset, new EventId(UUID.randomUUID()), Orders.placed("pm_ok"));
    }
}
