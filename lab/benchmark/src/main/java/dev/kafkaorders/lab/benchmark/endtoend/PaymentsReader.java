package dev.kafkaorders.lab.benchmark.endtoend;

import dev.kafkaorders.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Tells of each payment once it is committed, as anybody downstream would see it.
final class PaymentsReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<String> paid;
    private final Thread thread;

    /// Begins with what is paid from now on.
    ///
    /// @param paid is told the order
    PaymentsReader(Map<String, String> client, Consumer<String> paid) {
        var properties = new HashMap<String, Object>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var deserializer = new ByteArrayDeserializer();
        consumer = new KafkaConsumer<>(properties, deserializer, deserializer);
        this.paid = paid;
        var partitions =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(number -> new TopicPartition(Topics.PAYMENTS, number))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("payments").start(this::read);
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }

    private void read() {
        try {
            while (true) {
                for (var record : consumer.poll(POLL)) {
                    paid.accept(new String(record.key(), StandardCharsets.UTF_8));
                }
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }
}
