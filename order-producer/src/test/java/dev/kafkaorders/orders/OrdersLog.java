package dev.kafkaorders.orders;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// What a read_committed reader sees in `orders` now, from the start to the last stable offset.
public final class OrdersLog {

    private OrdersLog() {}

    public static List<OrderPlaced> placed() {
        return events().stream()
                .map(Event::data)
                .filter(OrderPlaced.class::isInstance)
                .map(OrderPlaced.class::cast)
                .toList();
    }

    /// The first with an id counts.
    public static Map<UUID, OrderPlaced> firstPlaced() {
        var first = new LinkedHashMap<UUID, OrderPlaced>();
        placed().forEach(order -> first.putIfAbsent(order.orderId(), order));
        return first;
    }

    public static List<Event<?>> events() {
        var reader = new EventReader();
        var events = new ArrayList<Event<?>>();
        for (var record : records(Topics.ORDERS)) {
            switch (reader.read(record.headers(), record.value())) {
                case Decoded.Known(var event) -> events.add(event);
                case Decoded other -> throw new AssertionError(other);
            }
        }
        return events;
    }

    public static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = consumer()) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        var properties = TestStack.get().clientAs(Users.AUDITOR);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, deserializer, deserializer);
    }
}
