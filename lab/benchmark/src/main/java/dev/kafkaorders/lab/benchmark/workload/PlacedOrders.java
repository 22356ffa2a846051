package dev.kafkaorders.lab.benchmark.workload;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.NameBasedUuid;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Fills the topic `orders` as order-producer does: the same events, in transactions. Their ids are
/// in order of time, as those of real ones are, and spread over the partitions as those are.
public final class PlacedOrders {
    private static final int TRANSACTION = 1_000;
    private static final Currency EURO = Currency.getInstance("EUR");

    private final Map<String, String> administrator;

    /// @param administrator what a client of Kafka needs to be that
    public PlacedOrders(Map<String, String> administrator) {
        this.administrator = Map.copyOf(administrator);
    }

    /// Places them, and returns when all are committed.
    ///
    /// @param paymentMethod by the number of the order, from 0
    public void place(long orders, LongFunction<String> paymentMethod) {
        var records = new EventRecords();
        var random = new SplittableRandom(orders);
        try (var producer = producer()) {
            producer.initTransactions();
            for (var first = 0L; first < orders; first += TRANSACTION) {
                producer.beginTransaction();
                for (var number = first; number < Math.min(orders, first + TRANSACTION); number++) {
                    var event = order(random, number, paymentMethod.apply(number));
                    // Not waited for: a failed send fails the commit.
                    var _ = producer.send(records.toRecord(Topics.ORDERS, event));
                }
                producer.commitTransaction();
            }
        }
    }

    private static Event<OrderPlaced> order(
            SplittableRandom random, long number, String paymentMethod) {
        var time = Instant.now();
        var key = new UUID(random.nextLong(), random.nextLong());
        var lines =
                List.of(
                        new OrderLine("tea", 2, new Money(450, EURO)),
                        new OrderLine("cup", 1, new Money(1_290, EURO)));
        var order =
                new OrderPlaced(
                        NameBasedUuid.at(time, key, "order"),
                        "c-" + number % 1_000,
                        lines,
                        new Money(2_190, EURO),
                        paymentMethod,
                        "web");
        return Event.of("/order-producer", time, order);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var properties = new HashMap<String, Object>(administrator);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "benchmark-orders");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        // How soon it is asked whether the transaction before is completed.
        properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
