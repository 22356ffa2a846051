package dev.kafkaorders.replayer.cluster;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/// Writes the few records on which much depends: each counts when all replicas that are in sync
/// have it, and whoever writes waits for that. It gives up within seconds.
@Component
public class SureProducer implements DisposableBean {

    private static final int GIVE_UP_MS = 8_000;

    private final Producer<byte[], byte[]> producer;

    SureProducer(KafkaProperties properties) {
        var serializer = new ByteArraySerializer();
        this.producer = new KafkaProducer<>(configuration(properties), serializer, serializer);
    }

    /// Writes a record and waits until it is safe.
    ///
    /// @throws KafkaUnavailableException when that isn't so in time; it may be written all the same
    public RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        var what = "write to " + record.topic();
        try {
            return producer.send(record).get(GIVE_UP_MS + 2_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaUnavailableException(what, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | TimeoutException e) {
            throw new KafkaUnavailableException(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailableException(what, e);
        }
    }

    @Override
    public void destroy() {
        producer.close();
    }

    private static Map<String, Object> configuration(KafkaProperties properties) {
        Map<String, Object> configuration = properties.buildProducerProperties();
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, "dlq-replayer");
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) GIVE_UP_MS);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MS);
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MS / 2);
        return configuration;
    }
}
