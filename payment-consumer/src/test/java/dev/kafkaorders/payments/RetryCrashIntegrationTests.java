package dev.kafkaorders.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.GatewayServer.Refusal;
import dev.kafkaorders.payments.stage.Stage;
import dev.kafkaorders.payments.stage.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// SIGKILL at each step of a hop: into a retry topic, and out of it into `payments`, into the next
/// retry topic, and into the dead-letter topic.
@Tag("processes")
class RetryCrashIntegrationTests {

    private static final String INSTANCE = "payments.intake.instance=crashing";

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    private List<UUID> flaky = List.of();
    private List<UUID> dying = List.of();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_ANSWERED",
                "DATABASE_COMMITTED",
                "OUTCOMES_SENT",
                "KAFKA_COMMITTED"
            })
    void losesAndDoublesNothingOnItsWayIntoARetryTopic(String checkpoint) {
        stage.retryAfter(Duration.ofMillis(500), Duration.ofSeconds(1));
        place();
        killAt(checkpoint);
        stage.start(INSTANCE, gateway.property());
        assertThatEachOrderIsInOnePlace();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_ANSWERED",
                "DATABASE_COMMITTED",
                "OUTCOMES_SENT",
                "KAFKA_COMMITTED"
            })
    void losesAndDoublesNothingOnItsWayOutOfARetryTopic(String checkpoint) {
        // Long enough for a service to be gone before the first is due.
        stage.retryAfter(Duration.ofSeconds(5), Duration.ofSeconds(6));
        place();
        try (var _ = stage.start(INSTANCE, gateway.property())) {
            await().until(() -> stage.retries().size() >= flaky.size() + dying.size());
        }
        killAt(checkpoint);
        stage.start(INSTANCE, gateway.property());
        assertThatEachOrderIsInOnePlace();
    }

    /// Some orders fail once, some always, and all are cancelled, so that something is parked
    /// behind each.
    private void place() {
        flaky = stage.place(50, "pm_flaky");
        dying = stage.place(10, "pm_dying");
        var fatal = Set.copyOf(dying);
        gateway.answerBy(call ->
                fatal.contains(call.orderId()) || call.number() == 1 && !call.isRefund()
                        ? Refusal.of(409)
                        : Refusal.none());
        Stream.concat(flaky.stream(), dying.stream()).forEach(stage::cancel);
    }

    private void killAt(String checkpoint) {
        try (var victim = stage.startProcess(checkpoint, INSTANCE, gateway.property())) {
            victim.awaitCheckpoint();
        }
    }

    private void assertThatEachOrderIsInOnePlace() {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        stage.outcomes().size() >= 2 * flaky.size()
                                && stage.deadLetters().size() >= dying.size());
        stage.awaitAllConsumed();
        var all = Stream.concat(flaky.stream(), dying.stream()).toList();
        var places =
                Map.of(
                        "captured", told(PaymentCaptured.class),
                        "dead", orders(stage.deadLetters()));
        assertThat(new Whereabouts(Set.copyOf(all), places).violations()).isEmpty();
        var refunds = Map.of("refunded", told(PaymentRefunded.class), "parked", parked());
        assertThat(new Whereabouts(Set.copyOf(all), refunds).violations()).isEmpty();
        assertThat(stage.retries().stream().map(RetryCrashIntegrationTests::hop))
                .doesNotHaveDuplicates();
        assertThat(gateway.charges())
                .hasSize(flaky.size())
                .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
    }

    private List<UUID> told(Class<?> type) {
        return stage.outcomes().stream()
                .map(event -> event.data())
                .filter(type::isInstance)
                .map(outcome -> outcome.orderId())
                .toList();
    }

    private List<UUID> parked() {
        return stage.database().sql().sql("select order_id from parked").query(UUID.class).list();
    }

    private static List<UUID> orders(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(RetryCrashIntegrationTests::order).toList();
    }

    private static UUID order(ConsumerRecord<byte[], byte[]> record) {
        return UUID.fromString(new String(record.key(), UTF_8));
    }

    /// An event in a retry topic.
    private static String hop(ConsumerRecord<byte[], byte[]> record) {
        return record.topic()
                + " "
                + new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }
}
