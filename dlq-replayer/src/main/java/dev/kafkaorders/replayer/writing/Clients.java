package dev.kafkaorders.replayer.writing;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/// Makes the Kafka clients: what the promises need is set last and can't be configured away; what
/// is only fast may be.
@Component
public class Clients {

    private static final int FETCH_WAIT_MS = 10;

    private final KafkaProperties configured;
    private final WriterSettings settings;

    Clients(KafkaProperties configured, WriterSettings settings) {
        this.configured = configured;
        this.settings = settings;
    }

    /// A consumer of committed records that is in no group, and follows its topics for good.
    public Consumer<byte[], byte[]> follower(int maxPollRecords) {
        return consumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords));
    }

    /// One that jumps to and fro, and reads what is there. A broker that has nothing more answers
    /// at once: until it has answered it is not asked for anything else.
    public Consumer<byte[], byte[]> reader(int maxPollRecords) {
        return consumer(
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        maxPollRecords,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        FETCH_WAIT_MS));
    }

    /// A consumer that may ask what a group has committed. It assigns itself its partitions and
    /// commits nothing: who writes also commits.
    public Consumer<byte[], byte[]> readerOf(String group, int maxPollRecords) {
        return consumer(
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        maxPollRecords,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        FETCH_WAIT_MS));
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> own) {
        Map<String, Object> all =
                new HashMap<>(
                        Map.of(
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                2 * 1024 * 1024,
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                8 * 1024 * 1024,
                                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                10_000));
        all.putAll(configured.buildConsumerProperties());
        all.putAll(own);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(all, deserializer, deserializer);
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> all = new HashMap<>(tuning());
        all.putAll(configured.buildProducerProperties());
        all.putAll(guarantees((int) settings.transactionTimeout().toMillis()));
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
        all.put(ProducerConfig.CLIENT_ID_CONFIG, settings.transactionalId());
        var serializer = new ByteArraySerializer();
        return new KafkaProducer<>(all, serializer, serializer);
    }

    private static Map<String, Object> tuning() {
        return Map.of(
                // A transaction's first write waits for the markers of the one before, and asks
                // again and again: better soon than after the default 100 ms.
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
                2,
                ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG,
                200,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                // The topics have limits of their own. What was read has to be written again,
                // however well whoever wrote it first had it compressed.
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                32 * 1024 * 1024);
    }

    /// The client gives a record up before the coordinator gives up its transaction.
    private static Map<String, Object> guarantees(int transactionTimeout) {
        return Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                transactionTimeout,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                transactionTimeout * 8 / 10,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                transactionTimeout * 3 / 10,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                transactionTimeout / 2);
    }
}
