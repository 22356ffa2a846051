package dev.kafkaorders.orders.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.teststack.TestStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// 100,000 orders that an instance has never seen, or has seen before.
@ExtendWith(OutputCaptureExtension.class)
class RestoreIntegrationTests {

    private static final int ORDERS = 100_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final StatusJson JSON = new StatusJson();

    private static List<UUID> orders;

    /// As an instance left them that is gone: the topic, and the changelog of its store.
    @BeforeAll
    static void publish() {
        TestStack.get().reset();
        orders = Stream.generate(UUID::randomUUID).limit(ORDERS).toList();
        try (var facts = new FactWriter()) {
            for (var order : orders) {
                var placed = new Facts(order).placed();
                var json = JSON.write(document(placed));
                facts.send(new ProducerRecord<>(Topics.ORDER_STATUS, placed.key(), json));
                facts.send(
                        new ProducerRecord<>(
                                Topics.ORDER_STATUS_ORDERS_CHANGELOG, placed.key(), json));
            }
            facts.flush();
        }
    }

    @AfterAll
    static void empty() {
        orders = List.of();
    }

    @Test
    void aLostStateIsRebuiltAndAKeptOneServesAtOnce(CapturedOutput log) {
        var state = OrderProducer.newStateDirectory();
        try (var service = start(state)) {
            awaitReady(service);
            assertThat(log)
                    .containsPattern("Catching up read=\"\\d+\" reader=\"order-status-view\"")
                    .containsPattern("Caught up read=\"100000\" reader=\"order-status-view\"");
            assertKnown(service);
            // What was restored is what the tracking goes on with.
            await().atMost(PATIENCE).until(() -> tracking(service).contains("RUNNING"));
            assertThat(log).contains("Store is restored", Topics.ORDER_STATUS_ORDERS_CHANGELOG);
            capture(service, orders.getLast());
        }
        var caughtUp = log.length();
        try (var service = start(state)) {
            awaitReady(service);
            assertKnown(service);
        }
        assertThat(log.getAll().substring(caughtUp))
                .containsPattern("Caught up read=\"\\d{1,4}\" reader=\"order-status-view\"");
    }

    private static void capture(OrderProducer service, UUID order) {
        try (var facts = new FactWriter()) {
            facts.write(new Facts(order).captured());
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(service.get("/orders/" + order).body())
                                .contains("\"state\":\"CAPTURED\"", "\"version\":2"));
    }

    private static OrderProducer start(Path state) {
        return OrderProducer.startOn(
                TestStack.get().bootstrapServers(),
                "restored",
                "orders.status.state-directory=" + state);
    }

    private static void awaitReady(OrderProducer service) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> service.get("/actuator/health/readiness").statusCode() == 200);
    }

    private static void assertKnown(OrderProducer service) {
        for (var order : List.of(orders.getFirst(), orders.get(ORDERS / 2), orders.getLast())) {
            assertThat(service.get("/orders/" + order).body()).contains("\"version\":");
        }
    }

    private static String tracking(OrderProducer service) {
        return service.get("/actuator/health/readiness").body();
    }

    private static OrderDocument document(ProducerRecord<byte[], byte[]> placed) {
        var reader = new FactReader(new StatusTopics(Topics.PAYMENT_RETRIES));
        var position = new Position(Topics.ORDERS, 0, 0, Instant.now());
        var observed =
                (Observation.Observed)
                        reader.read(position, placed.key(), placed.value(), placed.headers());
        var order = Order.unknown(observed.orderId());
        return OrderDocument.of(order.learn(observed.fact(), observed.purchase()).orElseThrow());
    }
}
