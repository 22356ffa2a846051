package dev.kafkaorders.payments.stage;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// The service's consumer group, from the outside.
public final class Group implements AutoCloseable {

    private static final String NAME = "payment-consumer";

    private final Admin admin;

    Group(Map<String, Object> administrator) {
        admin = Admin.create(administrator);
    }

    /// Has everything delivered again. Only when no service runs.
    public void rewind() {
        var beginning = partitions().stream().collect(toMap(p -> p, _ -> new OffsetAndMetadata(0)));
        ask(admin -> admin.alterConsumerGroupOffsets(NAME, beginning).all().get());
    }

    /// Has one partition of `orders` go on from that offset. Only when no service runs.
    public void moveTo(int partition, long offset) {
        var target =
                Map.of(new TopicPartition(Topics.ORDERS, partition), new OffsetAndMetadata(offset));
        ask(admin -> admin.alterConsumerGroupOffsets(NAME, target).all().get());
    }

    /// Where one partition of `orders` goes on.
    public long offset(int partition) {
        return committed(new TopicPartition(Topics.ORDERS, partition), offsets());
    }

    private static long committed(
            TopicPartition partition, Map<TopicPartition, OffsetAndMetadata> offsets) {
        var committed = offsets.get(partition);
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets() {
        return ask(admin ->
                admin.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata().get());
    }

    void createMissing(List<NewTopic> topics) {
        ask(admin -> {
            var there = admin.listTopics().names().get();
            var missing = topics.stream().filter(topic -> !there.contains(topic.name())).toList();
            return admin.createTopics(missing).all().get();
        });
    }

    /// Changes a topic's configuration.
    public void configure(String topic, String name, String value) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        ask(admin -> admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get());
    }

    /// Whether it has that many members, and each knows what is its own: no rebalance is under way.
    public boolean isSettled(int members) {
        var group = describe();
        return group.isPresent()
                && group.get().groupState() == GroupState.STABLE
                && group.get().members().size() == members;
    }

    public int members() {
        return describe().map(group -> group.members().size()).orElse(0);
    }

    private Optional<ConsumerGroupDescription> describe() {
        try {
            return Optional.of(
                    ask(admin ->
                            admin.describeConsumerGroups(List.of(NAME)).all().get().get(NAME)));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// A killed member is one until its session times out.
    public void awaitEmpty() {
        await().atMost(Duration.ofSeconds(60)).until(() -> members() == 0);
    }

    /// How many partitions of `orders` have been consumed to their ends.
    public boolean isCaughtUp() {
        var ends =
                ask(admin ->
                        admin.listOffsets(
                                        partitions().stream()
                                                .collect(toMap(p -> p, _ -> OffsetSpec.latest())))
                                .all()
                                .get());
        var offsets = offsets();
        return ends.entrySet().stream()
                .allMatch(end -> {
                    var offset = offsets.get(end.getKey());
                    return end.getValue().offset() == 0
                            || offset != null && offset.offset() >= end.getValue().offset();
                });
    }

    /// How far the group is behind the last stable offsets of all partitions of these topics. Where
    /// it has committed nothing yet, it has everything before it.
    public long lag(Collection<String> topics) {
        var partitions =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, partitions(topic))
                                        .mapToObj(
                                                partition -> new TopicPartition(topic, partition)))
                        .toList();
        var ends =
                ask(admin ->
                        admin.listOffsets(
                                        partitions.stream()
                                                .collect(toMap(p -> p, _ -> OffsetSpec.latest())),
                                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                .all()
                                .get());
        var offsets = offsets();
        return partitions.stream()
                .mapToLong(it -> ends.get(it).offset() - committed(it, offsets))
                .sum();
    }

    private int partitions(String topic) {
        return ask(admin ->
                admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic)
                        .partitions()
                        .size());
    }

    /// Whether the group has these records behind it.
    boolean hasConsumed(Collection<ConsumerRecord<byte[], byte[]>> records) {
        var offsets = offsets();
        return records.stream()
                .allMatch(record -> {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    var offset = offsets.get(partition);
                    return offset != null && offset.offset() > record.offset();
                });
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.ORDERS, partition))
                .toList();
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }
}
