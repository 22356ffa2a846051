package dev.kafkaorders.lab.benchmark.paying.batchlistener;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Incoming;
import dev.kafkaorders.lab.benchmark.paying.books.Till;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/// Pays the orders of a poll, waits until all outcomes are written, and leaves the offsets to the
/// container.
class OrdersListener {
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.PAYMENT_CONSUMER);

    private final Till till;
    private final KafkaTemplate<byte[], byte[]> kafka;

    OrdersListener(Till till, KafkaTemplate<byte[], byte[]> kafka) {
        this.till = till;
        this.kafka = kafka;
    }

    @KafkaListener(
            topics = Topics.ORDERS,
            groupId = "#{@surroundings.group()}",
            batch = "true",
            concurrency = "" + BatchListenerProgram.THREADS)
    void pay(List<ConsumerRecord<byte[], byte[]>> polled) throws SQLException {
        var orders =
                polled.stream()
                        .map(record -> Incoming.of(record, 0))
                        .collect(
                                toMap(
                                        Incoming::eventId,
                                        identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        var settled = till.settle(orders.values());
        var deadLetters = settled.failed().stream().map(OrdersListener::deadLetter);
        var sent =
                Stream.concat(settled.outcomes().stream(), deadLetters)
                        .map(kafka::send)
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    private static ProducerRecord<byte[], byte[]> deadLetter(Incoming failed) {
        var record = failed.record();
        return new ProducerRecord<>(
                DEAD_LETTERS, record.partition(), record.key(), record.value(), record.headers());
    }
}
