package dev.kafkaorders.lab.benchmark.replaying;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.lab.benchmark.paying.books.Surroundings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Copies dead letters back, partition by partition, as a mirror does: sends without waiting, and
/// commits now and then what has been written.
public final class CopyProgram {
    private static final int POLL = 5_000;
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);

    private CopyProgram() {}

    /// Runs until it is ended.
    public static void main(String[] arguments) {
        var surroundings = Surroundings.here();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(surroundings.consumer(POLL));
                var producer = new KafkaProducer<byte[], byte[]>(surroundings.producer(5))) {
            consumer.subscribe(List.of(Topics.deadLetters(Topics.PAYMENT_CONSUMER)));
            var committed = System.nanoTime();
            while (true) {
                for (var letter : consumer.poll(WAIT)) {
                    // A failed send would be seen in what is missing.
                    var _ = producer.send(copy(letter));
                }
                if (System.nanoTime() - committed > BETWEEN_COMMITS.toNanos()) {
                    producer.flush();
                    consumer.commitSync();
                    committed = System.nanoTime();
                }
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> letter) {
        return new ProducerRecord<>(
                Topics.ORDERS, letter.partition(), letter.key(), letter.value(), letter.headers());
    }
}
