package dev.kafkaorders.localstack.tour;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.DomainEvent;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderCancelled;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.PaymentCaptured;
import dev.kafkaorders.events.PaymentDeclined;
import dev.kafkaorders.events.PaymentRefunded;
import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What the topics `orders` and `payments` say, read from their beginning, committed records only.
final class EventLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventReader reader = new EventReader();
    private final Set<UUID> placed = new HashSet<>();
    private final Map<UUID, Set<Settled>> outcomes = new HashMap<>();

    EventLog(String bootstrapServers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                Stream.of(Topics.ORDERS, Topics.PAYMENTS).flatMap(EventLog::partitions).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /// Reads on to what is the end now, the last stable offset.
    void readToEnd() {
        var ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                if (reader.read(record.headers(), record.value())
                        instanceof Decoded.Known(var event)) {
                    note(event.data());
                }
            }
        }
    }

    /// The orders that were accepted.
    Set<UUID> placed() {
        return placed;
    }

    /// What was said of each order's money. More than one thing is a contradiction.
    Map<UUID, Set<Settled>> outcomes() {
        return outcomes;
    }

    private void note(DomainEvent event) {
        switch (event) {
            case OrderPlaced order -> placed.add(order.orderId());
            case PaymentCaptured captured ->
                    outcome(captured.orderId(), new Settled.Captured(captured.gatewayReference()));
            case PaymentDeclined declined -> outcome(declined.orderId(), new Settled.Declined());
            // They change nothing about whether the order was accepted and charged.
            case OrderCancelled _, PaymentRefunded _ -> {}
        }
    }

    private void outcome(UUID order, Settled settled) {
        outcomes.computeIfAbsent(order, _ -> new HashSet<>()).add(settled);
    }

    private static Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
