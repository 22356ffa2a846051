package dev.kafkaorders.orders.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// The clients that read what is committed, without a group: every instance reads everything. What
/// Kafka doesn't answer within 5 s is a [KafkaException].
public final class LogClients implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String instanceId;
    private final Map<String, Object> consumerProperties;
    private final Map<String, Object> adminProperties;
    private @Nullable Admin admin;

    /// Connects when it is asked for something.
    ///
    /// @param instanceId goes into the clients' ids
    public LogClients(
            String instanceId,
            Map<String, Object> consumerProperties,
            Map<String, Object> adminProperties) {
        this.instanceId = instanceId;
        this.consumerProperties = new HashMap<>(consumerProperties);
        this.consumerProperties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumerProperties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumerProperties.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.consumerProperties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.consumerProperties.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        this.adminProperties = Map.copyOf(adminProperties);
    }

    /// To be closed.
    ///
    /// @param name for Kafka's log and metrics
    /// @param maxRecords a poll gives at most
    public Consumer<byte[], byte[]> consumer(String name, int maxRecords) {
        var properties = new HashMap<>(consumerProperties);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-" + instanceId);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxRecords);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 * 1024);
        var deserializer = new ByteArrayDeserializer();
        return new KafkaConsumer<>(properties, deserializer, deserializer);
    }

    /// The ends of the log, open transactions included.
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws InterruptedException {
        return ends(partitions, PATIENCE);
    }

    /// The same, from whoever has less time.
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, Duration patience)
            throws InterruptedException {
        var latest =
                partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return answer(admin().listOffsets(latest).all(), patience).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /// Where a group goes on in a partition; 0 where it has not been yet.
    public long committed(String group, TopicPartition partition, Duration patience)
            throws InterruptedException {
        var offsets =
                answer(
                        admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(),
                        patience);
        var offset = offsets.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    /// What tells a topic from another one that had its name before.
    public String topicId(String topic) throws InterruptedException {
        return answer(admin().describeTopics(List.of(topic)).allTopicNames(), PATIENCE)
                .values()
                .iterator()
                .next()
                .topicId()
                .toString();
    }

    private synchronized Admin admin() {
        var open = admin;
        if (open == null) {
            open = Admin.create(adminProperties);
            admin = open;
        }
        return open;
    }

    private static <T> T answer(KafkaFuture<T> future, Duration patience)
            throws InterruptedException {
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka did not answer", e);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
