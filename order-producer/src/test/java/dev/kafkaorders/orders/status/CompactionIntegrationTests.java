package dev.kafkaorders.orders.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/// Of each order the topic keeps the latest state, once the broker's cleaner was there.
class CompactionIntegrationTests {

    private static final int ORDERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void ofAllThatWasWrittenOneRecordPerOrderRemains() throws Exception {
        TestStack.get().reset();
        try (var service = OrderProducer.start("compaction");
                var facts = new FactWriter()) {
            var orders = Stream.generate(Facts::ofNewOrder).limit(ORDERS).toList();
            publish(orders, Facts::placed, facts);
            publish(orders, order -> order.retrying(1), facts);
            publish(orders, order -> order.retrying(2), facts);
            publish(orders, Facts::captured, facts);
            assertThat(states(orders)).hasSize(4 * ORDERS);
            cleanSoon();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        // The segment that is written to is never cleaned: others must follow.
                        var later = Facts.ofNewOrder();
                        facts.write(later.placed());
                        return remaining(orders) == ORDERS;
                    });
            assertThat(states(orders)).containsOnly(OrderState.Name.CAPTURED);
            assertThat(service.get("/orders/" + orders.getFirst().orderId()).body())
                    .contains("\"state\":\"CAPTURED\"");
        }
    }

    /// Returns when each order was published once more.
    private static void publish(
            List<Facts> orders,
            Function<Facts, ProducerRecord<byte[], byte[]>> fact,
            FactWriter facts) {
        var before = StatusLog.published().size();
        orders.forEach(order -> facts.send(fact.apply(order)));
        facts.flush();
        await().atMost(PATIENCE)
                .until(() -> StatusLog.published().size() == before + orders.size());
    }

    private static long remaining(List<Facts> orders) {
        return states(orders).size();
    }

    private static List<OrderState.Name> states(List<Facts> orders) {
        var ids = orders.stream().map(Facts::orderId).collect(Collectors.toSet());
        return StatusLog.published().stream()
                .filter(document -> ids.contains(document.orderId()))
                .map(OrderDocument::state)
                .toList();
    }

    /// Not for production: segments of a tenth of a second, and a cleaner that never rests.
    private static void cleanSoon() throws ExecutionException, InterruptedException {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDER_STATUS);
        var brokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        try (var admin = Admin.create(TestStack.get().clientAs(Users.ADMIN))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    topic,
                                    List.of(
                                            set("segment.ms", "100"),
                                            set("min.cleanable.dirty.ratio", "0.01"),
                                            set("max.compaction.lag.ms", "100")),
                                    brokers,
                                    List.of(set("log.cleaner.backoff.ms", "500"))))
                    .all()
                    .get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
