package dev.kafkaorders.replayer.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventHeaders;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.ReplayHeaders;
import dev.kafkaorders.events.RetryHeaders;
import dev.kafkaorders.events.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.support.KafkaHeaders;

/// A dead letter as payment-consumer writes it: an order that the gateway refused, until a test
/// says otherwise.
public final class Letter {

    private static final Money PRICE = new Money(1999, Currency.getInstance("EUR"));

    private final Headers headers;
    private int partition;
    private String key;
    private byte[] value;
    private long at = System.currentTimeMillis();
    private long originOffset = 42;
    private String topic = Topics.ORDERS;
    private String exception = "dev.kafkaorders.payments.failure.Failure$GatewayRefused";
    private String message = "the gateway refused: 422";
    private int attempts = 1;

    private Letter(Headers headers, String key, byte[] value) {
        this.headers = headers;
        this.key = key;
        this.value = value;
    }

    public static Letter order() {
        return order(UUID.randomUUID(), "pm_broken");
    }

    public static Letter order(UUID orderId, String paymentMethod) {
        var lines = List.of(new OrderLine("sku-1", 1, PRICE));
        var placed = new OrderPlaced(orderId, "customer-1", lines, PRICE, paymentMethod, "web");
        var record =
                new EventRecords()
                        .toRecord(Topics.ORDERS, Event.of("/test", Instant.now(), placed));
        return new Letter(record.headers(), orderId.toString(), record.value());
    }

    /// Something that nobody can read.
    public static Letter poison(String key, byte[] value) {
        return new Letter(new RecordHeaders(), key, value)
                .failed(
                        "dev.kafkaorders.payments.failure.Failure$Unreadable",
                        "malformed: no JSON");
    }

    public Letter on(int number) {
        partition = number;
        return this;
    }

    public Letter at(Instant time) {
        at = time.toEpochMilli();
        return this;
    }

    public Letter from(String originTopic, long offset) {
        topic = originTopic;
        originOffset = offset;
        return this;
    }

    public Letter failed(String exceptionClass, String why) {
        exception = exceptionClass;
        message = why;
        return this;
    }

    public Letter tried(int times) {
        attempts = times;
        return this;
    }

    public Letter replayed(int times) {
        return with(ReplayHeaders.REPLAY_COUNT, Integer.toString(times));
    }

    public Letter with(String header, String text) {
        headers.remove(header).add(header, text.getBytes(UTF_8));
        return this;
    }

    public Letter value(String json) {
        value = json.getBytes(UTF_8);
        return this;
    }

    public String key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    public String eventId() {
        return new String(headers.lastHeader(EventHeaders.ID).value(), UTF_8);
    }

    public Headers ownHeaders() {
        return headers;
    }

    ProducerRecord<byte[], byte[]> toRecord(String deadLetterTopic) {
        var all = new RecordHeaders(headers.toArray());
        all.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, topic.getBytes(UTF_8));
        all.add(
                KafkaHeaders.DLT_ORIGINAL_PARTITION,
                ByteBuffer.allocate(4).putInt(partition).array());
        all.add(
                KafkaHeaders.DLT_ORIGINAL_OFFSET,
                ByteBuffer.allocate(8).putLong(originOffset).array());
        all.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, ByteBuffer.allocate(8).putLong(at).array());
        all.add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, Topics.PAYMENT_CONSUMER.getBytes(UTF_8));
        all.add(KafkaHeaders.DLT_EXCEPTION_FQCN, exception.getBytes(UTF_8));
        all.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, message.getBytes(UTF_8));
        all.add(RetryHeaders.ATTEMPTS, Integer.toString(attempts).getBytes(UTF_8));
        all.add(RetryHeaders.FIRST_FAILURE, Instant.ofEpochMilli(at).toString().getBytes(UTF_8));
        return new ProducerRecord<>(
                deadLetterTopic, partition, at, key.getBytes(UTF_8), value, all);
    }
}
