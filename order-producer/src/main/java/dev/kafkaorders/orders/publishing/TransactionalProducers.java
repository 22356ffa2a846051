package dev.kafkaorders.orders.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Makes producers that keep the promise: what the promise needs is set last and can't be
/// configured away; what is only fast may be.
public final class TransactionalProducers implements Function<String, Producer<byte[], byte[]>> {

    private final Map<String, Object> properties;

    /// @param configured the client properties: where Kafka is, security, tuning
    public TransactionalProducers(Map<String, Object> configured, PublishingSettings settings) {
        this.properties = new HashMap<>(tuning());
        this.properties.putAll(configured);
        this.properties.putAll(guarantees(settings.transactionTimeout().toMillis()));
    }

    @Override
    public Producer<byte[], byte[]> apply(String transactionalId) {
        var own = new HashMap<>(properties);
        own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        own.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        var serializer = new ByteArraySerializer();
        return new KafkaProducer<>(own, serializer, serializer);
    }

    /// A transaction's first write waits for the markers of the one before, which is told by
    /// CONCURRENT_TRANSACTIONS and asking again: better soon than after the default 100 ms.
    private static Map<String, Object> tuning() {
        return Map.of(
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                2,
                ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                200,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                16 * 1024 * 1024L,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 * 1024);
    }

    /// The client gives a record up before the coordinator gives up its transaction, so that the
    /// client knows how it ended.
    private static Map<String, Object> guarantees(long transactionTimeout) {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) transactionTimeout,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) (transactionTimeout * 8 / 10),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) (transactionTimeout * 3 / 10),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                transactionTimeout / 2);
    }
}
