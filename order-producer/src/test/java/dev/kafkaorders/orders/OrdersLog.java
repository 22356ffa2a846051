package dev.kafkaorders.orders;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.teststack.TestStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What a read_committed reader sees in `orders`. Kafka acknowledges a commit when it is decided,
/// and lets readers see it a moment later, so a test that reads after an answer has to wait for
/// that.
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

    /// All that is decided; waits until what is open now is, too.
    public static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var topics = TestStack.get().topicReader()) {
            return topics.read(topic);
        }
    }

    /// What is before the first open transaction of each partition at this moment.
    public static List<ConsumerRecord<byte[], byte[]>> stable(String topic) {
        try (var topics = TestStack.get().topicReader()) {
            return topics.readStable(topic);
        }
    }
}
