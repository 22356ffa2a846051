package dev.kafkaorders.replayer.stage;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
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
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Kafka from the outside, emptied first.
public final class Cluster implements AutoCloseable {

    private final TestStack stack;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    public Cluster() {
        this(TestStack.get());
        TestStack.get().reset();
    }

    private Cluster(TestStack stack) {
        this.stack = stack;
        admin = Admin.create(settings());
        producer =
                new KafkaProducer<>(
                        settings(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// The one that a stage has emptied.
    public static Cluster of(Stage stage) {
        return new Cluster(stage.stack());
    }

    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    private Map<String, Object> settings() {
        return TestStack.get().clientAs(Users.ADMIN);
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

    /// Writes a record as it is.
    public void write(ProducerRecord<byte[], byte[]> record) {
        ask(() -> producer.send(record).get());
    }

    public void deleteBefore(TopicPartition partition, long offset) {
        ask(() ->
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                        .all()
                        .get());
    }

    /// Commits for a group of the test's own, as the replayer, which may do so from now on: it can
    /// reset what whoever runs it lets it reset.
    public void commit(String group, Map<TopicPartition, Long> offsets) {
        offsets.keySet().stream()
                .map(TopicPartition::topic)
                .forEach(topic -> grant(AclOperation.READ, ResourceType.TOPIC, topic));
        grant(AclOperation.READ, ResourceType.GROUP, group);
        grant(AclOperation.DELETE, ResourceType.GROUP, group);
        var all =
                offsets.entrySet().stream()
                        .collect(
                                toMap(Map.Entry::getKey, e -> new OffsetAndMetadata(e.getValue())));
        // A topic and a right exist for their creator before the group's coordinator has heard.
        try (var replayer = Admin.create(TestStack.get().clientAs(Users.DLQ_REPLAYER))) {
            await().ignoreExceptions()
                    .untilAsserted(() ->
                            ask(() -> replayer.alterConsumerGroupOffsets(group, all).all().get()));
        }
    }

    /// Lets the replayer write to a topic that is none of its usual targets, as whoever allows it
    /// one more target has to.
    public void letReplayerWrite(String topic) {
        grant(AclOperation.WRITE, ResourceType.TOPIC, topic);
    }

    private void grant(AclOperation operation, ResourceType type, String name) {
        var replayer =
                new AccessControlEntry(
                        Users.named(Users.DLQ_REPLAYER).principal(),
                        "*",
                        operation,
                        AclPermissionType.ALLOW);
        var resource = new ResourcePattern(type, name, PatternType.LITERAL);
        ask(() -> admin.createAcls(List.of(new AclBinding(resource, replayer))).all().get());
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
        var settings = settings();
        settings.put("group.id", group);
        settings.put("group.protocol", "consumer");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
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
