package dev.kafkaorders.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.stage.GatewayServer;
import dev.kafkaorders.payments.stage.GatewayServer.Refusal;
import dev.kafkaorders.payments.stage.Service;
import dev.kafkaorders.payments.stage.Stage;
import dev.kafkaorders.payments.stage.ThreadTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What failed is tried again: never early, hardly late, and without holding up anything else.
class RetryIntegrationTests {

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Stage stage = Stage.open();
    private final GatewayServer gateway = GatewayServer.start();

    @AfterEach
    void close() {
        stage.close();
        gateway.close();
    }

    @Test
    void capturesAFlakyCardOnTheThirdTry() {
        stage.retryAfter(SHORT, LONG);
        stage.start();
        var order = stage.place("pm_flaky_2");
        await().until(() -> !stage.outcomes().isEmpty());
        assertThat(stage.outcomes())
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.data()).isInstanceOf(PaymentCaptured.class);
                    assertThat(event.data().orderId()).isEqualTo(order);
                });
        assertThat(stage.retries())
                .extracting(ConsumerRecord::topic)
                .containsExactly(
                        Topics.retry(Topics.PAYMENT_CONSUMER, SHORT),
                        Topics.retry(Topics.PAYMENT_CONSUMER, LONG));
        assertThat(stage.retries())
                .extracting(record -> text(record, RetryHeaders.ATTEMPTS))
                .containsExactly("1", "2");
        assertThat(stage.deadLetters()).isEmpty();
    }

    @Test
    void triesThousandsAgainNeverEarlyAndHardlyLate() {
        stage.retryAfter(LONG);
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(409) : Refusal.none());
        var service = stage.start(gateway.property());
        var orders = new ArrayList<UUID>();
        for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
            for (var i = 0; i < 1_000; i++) {
                orders.add(stage.placeOn(partition, "pm_ok"));
            }
        }
        await().atMost(Duration.ofSeconds(90)).until(() -> stage.outcomes().size() >= 6_000);
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
        var early =
                stage.retries().stream()
                        .filter(retry -> secondCall(retry).isBefore(due(retry)))
                        .toList();
        assertThat(early).isEmpty();
        assertThat(service.get("/actuator/prometheus").body())
                .contains(
                        "payments_retry_lateness_seconds_count{topic=\"payment-consumer.retry.2s\"}"
                                + " 6000");
    }

    /// Ten orders a second, of which the first hundred warm everything up.
    @Test
    void isLateByNoMoreThanThePollNeedsAtLightLoad() {
        stage.database().leaveDiskAlone();
        stage.retryAfter(SHORT);
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(409) : Refusal.none());
        stage.start(gateway.property());
        var orders = new ArrayList<UUID>();
        for (var number = 0; number < 200; number++) {
            var next = Instant.now().plusMillis(100);
            orders.add(stage.place("pm_ok"));
            await().pollInterval(Duration.ofMillis(5)).until(() -> Instant.now().isAfter(next));
        }
        await().until(() -> stage.outcomes().size() == 200);
        var counted = Set.copyOf(orders.subList(100, 200));
        var lateness =
                stage.retries().stream()
                        .filter(retry -> counted.contains(order(retry)))
                        .map(retry -> Duration.between(due(retry), secondCall(retry)).toMillis())
                        .sorted()
                        .toList();
        assertThat(lateness).hasSize(100);
        assertThat(lateness.getFirst()).isNotNegative();
        assertThat(lateness.get(98)).as("p99 of %s", lateness).isLessThan(200);
    }

    /// Orders alone keep all the calls that the gateway allows busy for longer than any retry
    /// waits.
    @Test
    void takesTurnsWithTheOrdersWhenTheGatewayIsSlow() {
        stage.retryAfter(LONG);
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(409) : Refusal.none());
        stage.start(gateway.property(), "payments.intake.parallel-calls=16");
        var failed = stage.place(10, "pm_ok");
        await().until(() -> stage.retries().size() == 10);
        gateway.answerAfter(Duration.ofMillis(200));
        gateway.answerBy(_ -> Refusal.none());
        var orders = stage.place(800, "pm_ok");
        await().until(() -> failed.stream().allMatch(order -> gateway.times(order).size() == 2));
        assertThat(orders).anyMatch(order -> gateway.times(order).isEmpty());
        assertThat(stage.retries())
                .extracting(retry -> Duration.between(due(retry), secondCall(retry)))
                .allMatch(late -> late.isPositive() && late.compareTo(LONG) < 0);
    }

    /// More than a poll takes, so that the consumer has the others in its buffer.
    @Test
    void costsLittleWhileManyWait() throws InterruptedException {
        stage.retryAfter(Duration.ofMinutes(1));
        gateway.answerBy(_ -> Refusal.of(409));
        stage.start(gateway.property());
        for (var order = 0; order < 2_000; order++) {
            stage.placeOn(order % 2, "pm_ok");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> stage.retries().size() == 2_000);
        Thread.sleep(1_000);
        var before = ThreadTime.of("retriesContainer");
        Thread.sleep(3_000);
        assertThat(ThreadTime.of("retriesContainer").minus(before))
                .isLessThan(Duration.ofMillis(700));
    }

    @Test
    void waitsAsLongAsTheGatewayWantsToBeLeftAlone() {
        stage.retryAfter(SHORT, LONG);
        gateway.answerBy(call ->
                call.number() == 1 ? new Refusal(429, Map.of("Retry-After", "1")) : Refusal.none());
        stage.start(gateway.property());
        var order = stage.place("pm_ok");
        await().until(() -> !stage.outcomes().isEmpty());
        assertThat(stage.retries())
                .extracting(ConsumerRecord::topic)
                .containsExactly(Topics.retry(Topics.PAYMENT_CONSUMER, LONG));
        var times = gateway.times(order);
        assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThan(LONG);
    }

    @Test
    void holdsUpNothingElseWhileARetryWaits() {
        stage.retryAfter(Duration.ofSeconds(30));
        stage.start();
        for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
            stage.placeOn(partition, "pm_flaky_1");
        }
        await().until(() -> stage.retries().size() == Topics.PARTITIONS);
        for (var round = 1; round <= 5; round++) {
            var expected = stage.outcomes().size() + Topics.PARTITIONS;
            for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
                stage.placeOn(partition, "pm_ok");
            }
            await().until(() -> stage.outcomes().size() == expected);
        }
        assertThat(stage.group().members()).isEqualTo(3);
    }

    @Test
    void keepsTheTimeWhenInstancesComeAndGo() {
        stage.retryAfter(Duration.ofSeconds(8));
        gateway.answerBy(call -> call.number() == 1 ? Refusal.of(409) : Refusal.none());
        Service first = stage.start(gateway.property());
        var orders = stage.place(60, "pm_ok");
        await().until(() -> stage.retries().size() == 60);
        stage.start(gateway.property());
        await().until(() -> stage.group().isSettled(6));
        first.close();
        await().until(() -> stage.outcomes().size() == 60);
        assertThat(stage.retries())
                .hasSize(60)
                .noneMatch(retry -> secondCall(retry).isBefore(due(retry)))
                .allMatch(retry -> secondCall(retry).isBefore(due(retry).plusSeconds(3)));
        assertThat(stage.history(orders, gateway).violations()).isEmpty();
    }

    private Instant secondCall(ConsumerRecord<byte[], byte[]> retry) {
        return gateway.times(order(retry)).get(1);
    }

    private static UUID order(ConsumerRecord<byte[], byte[]> record) {
        return UUID.fromString(new String(record.key(), UTF_8));
    }

    private static Instant due(ConsumerRecord<byte[], byte[]> retry) {
        return Instant.parse(text(retry, RetryHeaders.DUE));
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }
}
