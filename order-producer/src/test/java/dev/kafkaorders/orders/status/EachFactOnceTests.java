package dev.kafkaorders.orders.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EachFactOnceTests {

    private final Facts facts = Facts.ofNewOrder();
    private final List<OrderDocument> history =
            history(List.of(facts.placed(), facts.retrying(1), facts.captured()));

    @Test
    void acceptsAHistoryThatGrowsFactByFact() {
        assertThat(EachFactOnce.violations(history)).isEmpty();
    }

    @Test
    void seesATransitionThatWasPublishedTwice() {
        assertThat(EachFactOnce.violations(List.of(history.get(0), history.get(1), history.get(1))))
                .hasSize(1);
    }

    @Test
    void seesATransitionThatIsMissing() {
        assertThat(EachFactOnce.violations(List.of(history.get(0), history.get(2)))).hasSize(1);
    }

    @Test
    void seesAStateThatWasForgotten() {
        var forgetful = history(List.of(facts.placed(), facts.captured())).get(1);
        assertThat(EachFactOnce.violations(List.of(history.get(0), history.get(1), forgetful)))
                .hasSize(2);
    }

    private static List<OrderDocument> history(List<ProducerRecord<byte[], byte[]>> records) {
        var reader = new FactReader(new StatusTopics(Topics.PAYMENT_RETRIES));
        var history = new ArrayList<OrderDocument>();
        Order order = null;
        for (var record : records) {
            var position = new Position(record.topic(), 0, 0, Instant.EPOCH.plusMillis(1));
            var observed =
                    (Observation.Observed)
                            reader.read(position, record.key(), record.value(), record.headers());
            var before = order == null ? Order.unknown(observed.orderId()) : order;
            order = before.learn(observed.fact(), observed.purchase()).orElseThrow();
            history.add(OrderDocument.of(order));
        }
        return history;
    }
}
