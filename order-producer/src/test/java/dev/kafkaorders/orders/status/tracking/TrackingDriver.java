package dev.kafkaorders.orders.status.tracking;

import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.OrderProducer;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.RocksMemory;
import dev.kafkaorders.orders.status.StatusJson;
import dev.kafkaorders.orders.status.StatusSettings;
import dev.kafkaorders.orders.status.StatusTopics;
import dev.kafkaorders.orders.status.Tally;
import dev.kafkaorders.orders.status.TallyKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.springframework.util.unit.DataSize;

/// The topology without Kafka: what is piped in comes out at once.
final class TrackingDriver implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-24T12:00:30Z");

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RocksMemory memory =
            new RocksMemory(OrderProducer.newStateDirectory(), DataSize.ofMegabytes(8).toBytes());
    private final StatusJson json = new StatusJson();
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs;
    private final TestOutputTopic<byte[], byte[]> status;
    private final TestOutputTopic<byte[], byte[]> statistics;

    TrackingDriver() {
        var settings = settings();
        var topics = new StatusTopics(settings.paymentRetries());
        var topology = new StatusTopology(topics, new SkippedRecords(registry)).build();
        var clients = Map.<String, Object>of("bootstrap.servers", "localhost:1");
        driver =
                new TopologyTestDriver(
                        topology, StreamsProperties.of(clients, settings, memory), START);
        var serializer = new ByteArraySerializer();
        inputs =
                Stream.of(topics.all())
                        .collect(
                                toMap(
                                        topic -> topic,
                                        topic ->
                                                driver.createInputTopic(
                                                        topic,
                                                        serializer,
                                                        serializer,
                                                        START,
                                                        Duration.ofMillis(1))));
        var deserializer = new ByteArrayDeserializer();
        status = driver.createOutputTopic(Topics.ORDER_STATUS, deserializer, deserializer);
        statistics = driver.createOutputTopic(Topics.ORDER_STATISTICS, deserializer, deserializer);
    }

    @SafeVarargs
    final void pipe(ProducerRecord<byte[], byte[]>... records) {
        for (var record : records) {
            pipe(record, START);
        }
    }

    void pipe(ProducerRecord<byte[], byte[]> record, Instant written) {
        inputs.get(record.topic())
                .pipeInput(
                        new TestRecord<>(record.key(), record.value(), record.headers(), written));
    }

    /// What was published since the last call.
    List<OrderDocument> published() {
        return status.readValuesToList().stream()
                .map(bytes -> json.read(bytes, OrderDocument.class))
                .toList();
    }

    /// The latest count of each kind, after the next second.
    Map<TallyKey, Tally> counted() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        var counted = new LinkedHashMap<TallyKey, Tally>();
        statistics
                .readKeyValuesToList()
                .forEach(pair ->
                        counted.put(TallyKey.parse(pair.key), json.read(pair.value, Tally.class)));
        return counted;
    }

    private static StatusSettings settings() {
        return new StatusSettings(
                "test",
                OrderProducer.newStateDirectory(),
                Duration.ofMillis(100),
                0,
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(8),
                DataSize.ofMegabytes(1),
                1_000,
                Duration.ofSeconds(1),
                10,
                Topics.PAYMENT_RETRIES,
                Map.of());
    }

    @Override
    public void close() {
        driver.close();
        memory.close();
    }
}
