package dev.kafkaorders.orders.idempotency;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes claims, outside of transactions: a claim binds whatever becomes of its request.
final class ClaimWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClaimWriter.class);

    private final IdempotencySettings settings;
    private final MemoryReader reader;
    private final Producer<byte[], byte[]> producer;
    private final IdempotencyLog idempotencyLog = new IdempotencyLog();

    ClaimWriter(Map<String, Object> configured, IdempotencySettings settings, MemoryReader reader) {
        this.settings = settings;
        this.reader = reader;
        var serializer = new ByteArraySerializer();
        this.producer =
                new KafkaProducer<>(
                        properties(configured, settings.maxReadBack()), serializer, serializer);
    }

    /// Afterwards the memory knows who was first with this key. False if that was not to be found
    /// out in time; the claim may have been written then, or be written still.
    boolean writeAndReadBack(UUID id, Entry claim) throws InterruptedException {
        var patience = settings.maxReadBack();
        try {
            var written =
                    producer.send(idempotencyLog.claim(id, claim, reader.partitions()))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var partition = new TopicPartition(written.topic(), written.partition());
            return reader.progress().awaitReached(partition, written.offset() + 1, patience);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.atWarn().setCause(e).log("Claim was not written");
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(settings.maxReadBack());
    }

    private static Map<String, Object> properties(
            Map<String, Object> configured, Duration patience) {
        var properties = new HashMap<>(configured);
        var millis = Math.toIntExact(patience.toMillis());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) millis);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8 * 1024 * 1024L);
        return properties;
    }
}
