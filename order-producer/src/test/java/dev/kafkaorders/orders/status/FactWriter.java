package dev.kafkaorders.orders.status;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.teststack.TestStack;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes into the topics what other services would.
public final class FactWriter implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;

    public FactWriter() {
        var properties = TestStack.get().clientAs(Users.ADMIN);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        var serializer = new ByteArraySerializer();
        producer = new KafkaProducer<>(properties, serializer, serializer);
    }

    @SafeVarargs
    public final void write(ProducerRecord<byte[], byte[]>... records) {
        for (var record : records) {
            var _ = producer.send(record);
        }
        producer.flush();
    }

    /// Without waiting until they are written, which [#flush] does.
    public void send(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    /// A transaction that hangs: whoever reads what is committed gets no further than before that
    /// record. Closing ends it.
    public static Producer<byte[], byte[]> hanging(ProducerRecord<byte[], byte[]> record) {
        var properties = TestStack.get().clientAs(Users.ADMIN);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "hanging");
        var serializer = new ByteArraySerializer();
        var producer = new KafkaProducer<>(properties, serializer, serializer);
        producer.initTransactions();
        producer.beginTransaction();
        var _ = producer.send(record);
        producer.flush();
        return producer;
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
