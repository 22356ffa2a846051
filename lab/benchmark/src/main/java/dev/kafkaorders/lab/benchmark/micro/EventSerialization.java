package dev.kafkaorders.lab.benchmark.micro;

import dev.kafkaorders.events.Decoded;
import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventReader;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import dev.kafkaorders.events.Topics;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// An event to a record with headers, and back.
@State(Scope.Benchmark)
public class EventSerialization {
    private final EventRecords records = new EventRecords();
    private final EventReader reader = new EventReader();
    private final Event<OrderPlaced> event = event();
    private final ProducerRecord<byte[], byte[]> record = records.toRecord(Topics.ORDERS, event);

    /// Measured by JMH.
    @Benchmark
    public ProducerRecord<byte[], byte[]> write() {
        return records.toRecord(Topics.ORDERS, event);
    }

    /// Measured by JMH.
    @Benchmark
    public Decoded read() {
        return reader.read(record.headers(), record.value());
    }

    private static Event<OrderPlaced> event() {
        var price = new Money(450, Currency.getInstance("EUR"));
        var lines = List.of(new OrderLine("tea", 2, price));
        var order =
                new OrderPlaced(
                        UUID.randomUUID(), "customer-1", lines, price.times(2), "pm_ok", "web");
        return Event.of("/order-producer", Instant.now(), order);
    }
}
