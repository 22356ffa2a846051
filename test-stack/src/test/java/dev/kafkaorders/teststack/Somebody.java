package dev.kafkaorders.teststack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Somebody with real clients who tries things. Each attempt says whether Kafka let him; what fails
/// for another reason is an error.
final class Somebody implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> properties;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    /// @param user one of [Users]
    Somebody(String user) {
        properties = TestStack.get().clientAs(user);
        admin = Admin.create(properties);
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producing = TestStack.get().clientAs(user);
        producing.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        producer =
                new KafkaProducer<>(
                        producing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return admin;
    }

    boolean writes(String topic) {
        return isLet(() -> producer.send(new ProducerRecord<>(topic, 0, new byte[1], null)).get());
    }

    /// There must be a record in the topic's first partition.
    boolean reads(String topic) {
        return isLet(() -> {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("There is no record in " + topic);
                }
            }
        });
    }

    boolean describes(String topic) {
        return isLet(() -> admin.describeTopics(List.of(topic)).allTopicNames().get());
    }

    boolean describesConfigsOf(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return isLet(() -> admin.describeConfigs(List.of(resource)).all().get());
    }

    boolean creates(String topic) {
        return creates(topic, new CreateTopicsOptions());
    }

    /// Without a topic to show for it.
    boolean wouldCreate(String topic) {
        return creates(topic, new CreateTopicsOptions().validateOnly(true));
    }

    private boolean creates(String topic, CreateTopicsOptions how) {
        var definition = List.of(new NewTopic(topic, 1, (short) 1));
        return isLet(() -> admin.createTopics(definition, how).all().get());
    }

    boolean describesGroup(String group) {
        return isLet(() -> admin.describeConsumerGroups(List.of(group)).all().get());
    }

    /// Of the first partition of a topic that he may read.
    boolean commits(String group, String topic) {
        var offsets = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        return isLet(() -> admin.alterConsumerGroupOffsets(group, offsets).all().get());
    }

    boolean deletesOffsets(String group, String topic) {
        var partition = Set.of(new TopicPartition(topic, 0));
        return isLet(() -> admin.deleteConsumerGroupOffsets(group, partition).all().get());
    }

    boolean transactsAs(String transactionalId) {
        return isLet(() -> admin.fenceProducers(List.of(transactionalId)).all().get());
    }

    boolean may(Attempt attempt) {
        return isLet(attempt);
    }

    private static boolean isLet(Attempt attempt) {
        try {
            attempt.make();
            return true;
        } catch (AuthorizationException _) {
            return false;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case AuthorizationException _ -> false;
                // Who may not know it is told that he may not, not that it isn't there.
                case GroupIdNotFoundException _ -> true;
                case null, default -> throw new AssertionError(e);
            };
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
        admin.close();
    }

    interface Attempt {
        void make() throws ExecutionException, InterruptedException;
    }
}
