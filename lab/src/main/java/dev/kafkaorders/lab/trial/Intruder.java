package dev.kafkaorders.lab.trial;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes an order in a transaction of its own, leaves readers the time to read it, and aborts it:
/// as an order-producer does that is killed before its commit.
final class Intruder {
    private static final Duration OPEN = Duration.ofSeconds(4);

    private final Map<String, String> administrator;

    Intruder(Map<String, String> administrator) {
        this.administrator = administrator;
    }

    void abortsAnOrder() {
        var properties = new HashMap<String, Object>(administrator);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "lab-intruder");
        var price = new Money(950, Currency.getInstance("EUR"));
        var lines = List.of(new OrderLine("tea", 1, price));
        var order = new OrderPlaced(UUID.randomUUID(), "nobody", lines, price, "pm_ok", "intruder");
        var record =
                new EventRecords().toRecord(Topics.ORDERS, Event.of("/lab", Instant.now(), order));
        try (var producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(record);
            producer.flush();
            Await.atMost(OPEN, () -> false);
            producer.abortTransaction();
        }
    }
}
