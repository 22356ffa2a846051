package dev.kafkaorders.orders.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.support.KafkaHeaders;

/// Records as the services write them, about one order.
public record Facts(UUID orderId) {

    public static final Money TOTAL = new Money(900, Currency.getInstance("EUR"));

    private static final Instant TIME = Instant.parse("2026-11-24T12:00:00Z");
    private static final EventRecords RECORDS = new EventRecords();

    public static Facts ofNewOrder() {
        return new Facts(UUID.randomUUID());
    }

    public ProducerRecord<byte[], byte[]> placed() {
        return placedBy("c-1");
    }

    public ProducerRecord<byte[], byte[]> placedBy(String customer) {
        var lines = List.of(new OrderLine("tea", 2, new Money(450, TOTAL.currency())));
        return record(
                Topics.ORDERS,
                Event.of(
                        "/order-producer",
                        TIME,
                        new OrderPlaced(orderId, customer, lines, TOTAL, "pm_ok", "web")));
    }

    /// The order, brought back by an operator.
    public ProducerRecord<byte[], byte[]> replayed(int count) {
        return with(placed(), ReplayHeaders.REPLAY_COUNT, count);
    }

    public ProducerRecord<byte[], byte[]> cancelled() {
        return record(
                Topics.ORDERS,
                Event.of("/order-producer", TIME, new OrderCancelled(orderId, "changed my mind")));
    }

    public ProducerRecord<byte[], byte[]> captured() {
        return payment(new PaymentCaptured(orderId, TOTAL, "ch_1"));
    }

    public ProducerRecord<byte[], byte[]> declined(String reason) {
        return payment(new PaymentDeclined(orderId, TOTAL, reason));
    }

    public ProducerRecord<byte[], byte[]> refunded() {
        return payment(new PaymentRefunded(orderId, TOTAL, "re_1"));
    }

    /// What is written when the payment was tried in vain so often.
    public ProducerRecord<byte[], byte[]> retrying(int attempt) {
        return retrying(placed(), attempt);
    }

    public ProducerRecord<byte[], byte[]> retrying(
            ProducerRecord<byte[], byte[]> event, int attempt) {
        var delays = Topics.PAYMENT_RETRIES;
        var delay = delays.get(Math.min(attempt, delays.size()) - 1);
        var topic = Topics.retry(Topics.PAYMENT_CONSUMER, delay);
        var failed = failed(topic, event, attempt);
        return with(failed, RetryHeaders.DUE, due(attempt));
    }

    public static Instant due(int attempt) {
        return TIME.plus(Duration.ofSeconds(attempt));
    }

    public ProducerRecord<byte[], byte[]> dead(int attempt) {
        return dead(placed(), attempt);
    }

    public ProducerRecord<byte[], byte[]> dead(ProducerRecord<byte[], byte[]> event, int attempt) {
        return failed(Topics.deadLetters(Topics.PAYMENT_CONSUMER), event, attempt);
    }

    /// An operator gives a dead event up.
    public ProducerRecord<byte[], byte[]> discarded(ProducerRecord<byte[], byte[]> event) {
        var topic = Topics.retry(Topics.PAYMENT_CONSUMER, Topics.PAYMENT_RETRIES.getFirst());
        return with(copy(topic, event), ReplayHeaders.DISCARDED, "hopeless");
    }

    private static ProducerRecord<byte[], byte[]> failed(
            String topic, ProducerRecord<byte[], byte[]> event, int attempt) {
        var failed = with(copy(topic, event), RetryHeaders.ATTEMPTS, attempt);
        return with(failed, KafkaHeaders.DLT_EXCEPTION_MESSAGE, "no answer " + attempt);
    }

    private static ProducerRecord<byte[], byte[]> payment(
            dev.kafkaorders.events.PaymentEvent payment) {
        return record(Topics.PAYMENTS, Event.of("/payment-consumer", TIME, payment));
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, Event<?> event) {
        return RECORDS.toRecord(topic, event);
    }

    private static ProducerRecord<byte[], byte[]> copy(
            String topic, ProducerRecord<byte[], byte[]> event) {
        return new ProducerRecord<>(topic, null, event.key(), event.value(), event.headers());
    }

    private static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, String header, Object value) {
        record.headers().add(header, value.toString().getBytes(UTF_8));
        return record;
    }
}
