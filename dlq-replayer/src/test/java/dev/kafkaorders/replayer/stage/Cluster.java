package dev.kafkaorders.replayer.stage;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.teststack.TestStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Kafka from the outside, emptied first.
public final class Cluster implements AutoCloseable {

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    public Cluster() {
        TestStack.get().reset();
        admin = Admin.create(settings());
        producer =
                new KafkaProducer<>(
                        settings(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public String bootstrapServers() {
        return TestStack.get().bootstrapServers();
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    public Admin admin() {
        return admin;
    }

    public void createTopic(String name, int partitions) {
        ask(() ->
                admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get());
    }

    public void deleteTopic(String name) {
        ask(() -> admin.deleteTopics(List.of(name)).all().get());
    }

    public void write(String topic, int partition, Instant time, byte[] value) {
        var key = new byte[] {1};
        ask(() ->
                producer.send(
                                new ProducerRecord<>(
                                        topic, partition, time.toEpochMilli(), key, value))
                        .get());
    }

    public void deleteBefore(TopicPartition partition, long offset) {
        ask(() ->
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                        .all()
                        .get());
    }

    public void commit(String group, Map<TopicPartition, Long> offsets) {
        var all =
                offsets.entrySet().stream()
                        .collect(
                                toMap(Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue())));
        // A topic exists for its creator before the group's coordinator has heard of it.
        await().ignoreExceptions()
                .untilAsserted(
                        () -> ask(() -> admin.alterConsumerGroupOffsets(group, all).all().get()));
    }

    /// A member that was killed is one until its session times out.
    public void awaitEmpty(String group) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        ask(() -> admin.describeConsumerGroups(List.of(group)).all().get())
                                .get(group)
                                .members()
                                .isEmpty());
    }

    public Map<TopicPartition, Long> committed(String group) {
        return ask(() ->
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get())
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    /// All records of a topic so far, aborted ones included.
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        var deserializer = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings(), deserializer, deserializer)) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// A consumer that is a member of the group, once it has polled.
    public KafkaConsumer<byte[], byte[]> member(String group, String topic) {
        var deserializer = new ByteArrayDeserializer();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest");
        var consumer = new KafkaConsumer<>(settings, deserializer, deserializer);
        consumer.subscribe(List.of(topic));
        while (consumer.assignment().isEmpty()) {
            var _ = consumer.poll(Duration.ofMillis(100));
        }
        return consumer;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }
}
