package dev.kafkaorders.lab.benchmark.accepting;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// One producer for everybody, without transactions: whoever dies between two records leaves one.
final class IdempotentAcceptor implements Acceptor {
    private final Producer<byte[], byte[]> producer;
    private final OrderRecords records;

    IdempotentAcceptor(Map<String, String> client, OrderRecords records) {
        var serializer = new ByteArraySerializer();
        producer = new KafkaProducer<>(ProducerTuning.idempotent(client), serializer, serializer);
        this.records = records;
    }

    @Override
    public void call() throws ExecutionException, InterruptedException {
        var sent = records.ofNewOrder().stream().map(producer::send).toList();
        for (var one : sent) {
            one.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
