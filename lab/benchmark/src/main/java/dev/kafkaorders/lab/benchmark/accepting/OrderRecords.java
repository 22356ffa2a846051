package dev.kafkaorders.lab.benchmark.accepting;

import dev.kafkaorders.events.Event;
import dev.kafkaorders.events.EventRecords;
import dev.kafkaorders.events.Money;
import dev.kafkaorders.events.OrderLine;
import dev.kafkaorders.events.OrderPlaced;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What order-producer writes for an order: its event, and that the request's key was answered. The
/// second is no event and only as large as the service's own, since nobody reads it here.
///
/// @param orders topic of the events
/// @param answers topic of the answers
public record OrderRecords(String orders, String answers, EventRecords events) {
    private static final String SOURCE = "/order-producer";
    private static final Currency EURO = Currency.getInstance("EUR");

    public static OrderRecords to(String orders, String answers) {
        return new OrderRecords(orders, answers, new EventRecords());
    }

    /// Of an order that nobody has placed before.
    List<ProducerRecord<byte[], byte[]>> ofNewOrder() {
        var price = new Money(450, EURO);
        var lines = List.of(new OrderLine("tea", 2, price));
        return of(
                new OrderPlaced(
                        UUID.randomUUID(), "customer-1", lines, price.times(2), "pm_ok", "web"));
    }

    public List<ProducerRecord<byte[], byte[]>> of(OrderPlaced order) {
        var now = Instant.now();
        return List.of(
                events.toRecord(orders, Event.of(SOURCE, now, order)),
                new ProducerRecord<>(answers, bytes(order.orderId().toString()), answer(now)));
    }

    /// Of both, with their headers.
    int meanSize() {
        var records = ofNewOrder();
        return records.stream().mapToInt(OrderRecords::size).sum() / records.size();
    }

    private static int size(ProducerRecord<byte[], byte[]> record) {
        var size = record.key().length + record.value().length;
        for (var header : record.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    /// A SHA-256 has as many digits as two random ids.
    private static byte[] answer(Instant time) {
        return bytes(
                """
                {"state":"ACCEPTED","fingerprint":"%s%s","acceptedAt":"%s","instance":"order-producer-0"}\
                """
                        .formatted(digits(), digits(), time));
    }

    private static String digits() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
