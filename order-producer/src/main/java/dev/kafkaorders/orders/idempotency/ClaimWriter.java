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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes claims, outside of transactions: a claim binds whatever becomes of its request.
final class ClaimWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClaimWriter.class);

    private final IdempotencySettings settings;
    private final MemoryReader reader;
    private final Map<String, Object> properties;
    private final IdempotencyLog idempotencyLog = new IdempotencyLog();
    private @Nullable Producer<byte[], byte[]> producer;

    /// Connects when there is something to write.
    ClaimWriter(Map<String, Object> configured, IdempotencySettings settings, MemoryReader reader) {
        this.settings = settings;
        this.reader = reader;
        this.properties = properties(configured, settings.maxReadBack());
    }

    /// Afterwards the memory knows who was first with this key. False if that was not to be found
    /// out in time; the claim may have been written then, or be written still.
    boolean writeAndReadBack(UUID id, Entry claim) throws InterruptedException {
        var patience = settings.maxReadBack();
        try {
            var written =
                    producer()
                            .send(idempotencyLog.claim(id, claim, reader.partitions()))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var partition = new TopicPartition(written.topic(), written.partition());
            return reader.progress().awaitReached(partition, written.offset() + 1, patience);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.atWarn().setCause(e).log("Claim was not written");
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(settings.maxReadBack());
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        var open = producer;
        if (open == null) {
            var serializer = new ByteArraySerializer();
            open = new KafkaProducer<>(properties, serializer, serializer);
            producer = open;
        }
        return open;
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
