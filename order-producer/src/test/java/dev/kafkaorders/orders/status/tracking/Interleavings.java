package dev.kafkaorders.orders.status.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.orders.status.FactReader;
import dev.kafkaorders.orders.status.Observation;
import dev.kafkaorders.orders.status.Order;
import dev.kafkaorders.orders.status.OrderDocument;
import dev.kafkaorders.orders.status.Position;
import dev.kafkaorders.orders.status.StatusTopics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A history of one order, read in many orders that a consumer of all its topics may see: at random
/// between topics, in order within each, and with records that come twice.
final class Interleavings {

    private static final int TRIES = 2_000;
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    private final FactReader reader = new FactReader(new StatusTopics(Topics.PAYMENT_RETRIES));
    private final Map<String, List<Observation.Observed>> topics = new HashMap<>();
    private final UUID orderId;

    Interleavings(List<ProducerRecord<byte[], byte[]>> history) {
        orderId = UUID.fromString(new String(history.getFirst().key(), UTF_8));
        for (var record : history) {
            var topic = topics.computeIfAbsent(record.topic(), _ -> new ArrayList<>());
            var written = START.plusMillis(history.indexOf(record));
            var position = new Position(record.topic(), 0, topic.size(), written);
            topic.add(
                    (Observation.Observed)
                            reader.read(position, record.key(), record.value(), record.headers()));
        }
    }

    void allEndAlike() {
        var expected = read(new Random(0), 0);
        for (var seed = 1; seed <= TRIES; seed++) {
            assertThat(read(new Random(seed), 0.3)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /// @param again how likely a record is to be read again, with all of its topic behind it
    private OrderDocument read(Random random, double again) {
        var order = Order.unknown(orderId);
        var next = new HashMap<String, Integer>();
        var unread = new ArrayList<>(topics.keySet());
        while (!unread.isEmpty()) {
            Collections.shuffle(unread, random);
            var topic = unread.getFirst();
            var at = next.merge(topic, 1, Integer::sum) - 1;
            var observed = topics.get(topic).get(at);
            order = order.learn(observed.fact(), observed.purchase()).orElse(order);
            if (at + 1 == topics.get(topic).size()) {
                unread.remove(topic);
            } else if (random.nextDouble() < again) {
                next.put(topic, at);
            }
        }
        return OrderDocument.of(order);
    }
}
