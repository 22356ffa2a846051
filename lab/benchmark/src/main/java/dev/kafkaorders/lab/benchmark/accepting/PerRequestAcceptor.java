package dev.kafkaorders.lab.benchmark.accepting;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// What a Spring application does: a transaction for each request, on producers that the factory
/// keeps. Their number is bounded, since each has buffers, a thread and a `transactional.id`.
final class PerRequestAcceptor implements Acceptor {
    private static final String PREFIX = "order-producer-per-request-";

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> template;
    private final Semaphore free;
    private final OrderRecords records;

    /// @param most producers at a time
    PerRequestAcceptor(Map<String, String> client, int most, OrderRecords records) {
        var serializer = new ByteArraySerializer();
        producers =
                new DefaultKafkaProducerFactory<>(
                        ProducerTuning.transactional(client), serializer, serializer);
        producers.setTransactionIdPrefix(PREFIX);
        template = new KafkaTemplate<>(producers);
        free = new Semaphore(most);
        this.records = records;
    }

    @Override
    public void call() throws InterruptedException {
        free.acquire();
        try {
            // What became of each record is known when the commit was successful.
            template.executeInTransaction(
                    transaction -> records.ofNewOrder().stream().map(transaction::send).toList());
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
