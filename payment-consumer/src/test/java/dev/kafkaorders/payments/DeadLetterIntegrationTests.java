package dev.kafkaorders.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.payments.failure.Failure;
import dev.kafkaorders.payments.stage.Stage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

/// What can't succeed ends in the dead-letter topic, and says why.
class DeadLetterIntegrationTests {

    private static final byte[] NO_JSON = {1, 2};

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void paysTheGoodOrdersAroundPoisonInTheSamePoll() {
        var orders = new ArrayList<UUID>();
        orders.add(stage.placeOn(0, "pm_ok"));
        stage.send(new ProducerRecord<>(Topics.ORDERS, 0, bytes("no order"), NO_JSON));
        orders.add(stage.placeOn(0, "pm_ok"));
        stage.send(ofType("dev.kafkaorders.order-praised.v1", bytes("{}")));
        orders.add(stage.placeOn(0, "pm_ok"));
        stage.send(ofType("dev.kafkaorders.order-placed.v1", garbage(900 * 1024)));
        orders.add(stage.placeOn(0, "pm_ok"));
        var service = stage.start("payments.intake.concurrency=1");
        stage.awaitAllConsumed();
        assertThat(stage.outcomes())
                .extracting(event -> event.data().orderId())
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(stage.deadLetters())
                .extracting(letter -> text(letter, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .containsExactly(
                        Failure.Unreadable.class.getName(),
                        Failure.UnknownType.class.getName(),
                        Failure.Unreadable.class.getName());
        assertThat(service.get("/actuator/prometheus").body())
                .contains("payments_intake_batch_count 1\n")
                .contains("payments_dead_letters_total{failure=\"Unreadable\"} 2.0");
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aDeadLetterIsTheRecordItselfWithItsStory() {
        var value = bytes("{\"orderId\": 1}");
        var record = ofType("dev.kafkaorders.order-placed.v1", value);
        stage.send(record);
        stage.start();
        var letter = await().until(stage::deadLetters, letters -> !letters.isEmpty()).getFirst();
        assertThat(letter.partition()).isEqualTo(0);
        assertThat(letter.key()).isEqualTo(record.key());
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().toArray()).startsWith(record.headers().toArray());
        assertThat(text(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo(Topics.ORDERS);
        assertThat(ByteBuffer.wrap(header(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET)).getLong())
                .isZero();
        assertThat(text(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP))
                .isEqualTo(Topics.PAYMENT_CONSUMER);
        assertThat(text(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).contains("orderId");
        assertThat(text(letter, RetryHeaders.ATTEMPTS)).isEqualTo("1");
        assertThat(text(letter, RetryHeaders.FIRST_FAILURE)).startsWith("20");
    }

    @Test
    void givesUpAtOnceWhatTheGatewayRefuses() {
        stage.start();
        var order = stage.place("pm_broken");
        var letter = await().until(stage::deadLetters, letters -> !letters.isEmpty()).getFirst();
        assertThat(new String(letter.key(), UTF_8)).isEqualTo(order.toString());
        assertThat(text(letter, KafkaHeaders.DLT_EXCEPTION_FQCN))
                .isEqualTo(Failure.GatewayRefused.class.getName());
        assertThat(stage.retries()).isEmpty();
        assertThat(stage.outcomes()).isEmpty();
    }

    @Test
    void givesUpInTheEndWhatFailsAgainAndAgain() {
        stage.retryAfter(Duration.ofMillis(100), Duration.ofMillis(200));
        stage.start();
        stage.place("pm_down");
        var letter = await().until(stage::deadLetters, letters -> !letters.isEmpty()).getFirst();
        assertThat(stage.retries()).hasSize(2);
        assertThat(text(letter, RetryHeaders.ATTEMPTS)).isEqualTo("3");
        assertThat(text(letter, RetryHeaders.FIRST_FAILURE))
                .isEqualTo(text(stage.retries().getFirst(), RetryHeaders.FIRST_FAILURE));
        assertThat(letter.headers().lastHeader(RetryHeaders.DUE)).isNull();
    }

    @Test
    void hasRoomForTheLargestRecordThatOrdersTakes() {
        // What is left of the topic's 1,048,588 bytes is for the batch, the key and the headers.
        stage.send(ofType("dev.kafkaorders.order-placed.v1", garbage(1_048_250)));
        stage.start();
        await().until(() -> stage.deadLetters().size() == 1);
        assertThat(stage.deadLetters().getFirst().value()).hasSize(1_048_250);
    }

    @Test
    void refusesToStartWithoutItsTopics() {
        assertThat(stage.failureOfStart("payments.retry.delays=1s,7s"))
                .hasStackTraceContaining("The topic payment-consumer.retry.7s is missing");
    }

    @Test
    void refusesToStartWhereTheLargestRecordWouldNotFit() {
        stage.group()
                .configure(
                        Topics.deadLetters(Topics.PAYMENT_CONSUMER),
                        "max.message.bytes",
                        "1048588");
        assertThat(stage.failureOfStart())
                .hasStackTraceContaining(
                        "The topic payment-consumer.dlt has max.message.bytes=1048588 and needs"
                                + " 1064972");
    }

    private static ProducerRecord<byte[], byte[]> ofType(String type, byte[] value) {
        var record =
                new ProducerRecord<>(Topics.ORDERS, 0, bytes(UUID.randomUUID().toString()), value);
        Map.of(
                        EventHeaders.TYPE,
                        type,
                        EventHeaders.ID,
                        UUID.randomUUID().toString(),
                        EventHeaders.SOURCE,
                        "/test",
                        EventHeaders.TIME,
                        "2026-11-24T12:00:00Z")
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    /// Nothing that could be compressed.
    private static byte[] garbage(int size) {
        var garbage = new byte[size];
        new Random(1).nextBytes(garbage);
        return garbage;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(header(record, name), UTF_8);
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
        return record.headers().lastHeader(name).value();
    }
}
