package dev.kafkaorders.lab.benchmark.workload;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.Await;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Has rounds begin with empty topics and with a group that never was, so that none finds what
/// another left. Whoever uses them must have ended before.
public final class FreshTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final short REPLICAS = 3;

    private final Map<String, Object> administrator;

    /// @param administrator what a client of Kafka needs to be that
    public FreshTopics(Map<String, String> administrator) {
        this.administrator = new HashMap<>(administrator);
    }

    /// The suite's own topics of these names, as the list of them says but for the partitions.
    public static List<NewTopic> ofTheSuite(Predicate<String> names, int partitions) {
        return Topics.definitions(REPLICAS).stream()
                .filter(topic -> names.test(topic.name()))
                .map(topic -> named(topic.name(), topic, partitions))
                .toList();
    }

    /// One with the settings of another.
    public static NewTopic named(String name, NewTopic like, int partitions) {
        return new NewTopic(name, partitions, REPLICAS).configs(like.configs());
    }

    /// One whose records the brokers stamp when they come in, so that it counts when they got there
    /// and not when somebody began to send them.
    public static NewTopic stamped(NewTopic topic) {
        var settings = new HashMap<>(topic.configs());
        settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        return topic.configs(settings);
    }

    /// Deletes those that are there, and makes all of them anew.
    public void make(Collection<NewTopic> topics) {
        var names = topics.stream().map(NewTopic::name).toList();
        try (var admin = Admin.create(administrator)) {
            delete(admin, names);
            var missing = topics;
            var patiently = System.nanoTime() + PATIENCE.toNanos();
            while (!missing.isEmpty()) {
                // Some of those that were deleted may still be there for a moment.
                var answers = admin.createTopics(missing).values();
                missing =
                        missing.stream()
                                .filter(topic ->
                                        !done(
                                                Objects.requireNonNull(answers.get(topic.name())),
                                                TopicExistsException.class))
                                .toList();
                if (System.nanoTime() > patiently) {
                    throw new IllegalStateException("still there though deleted: " + missing);
                }
            }
            require(
                    Await.atMost(PATIENCE, () -> haveLeaders(admin, names)),
                    "no leaders for " + names);
        }
    }

    /// Deletes those that are there.
    public void drop(Collection<String> names) {
        try (var admin = Admin.create(administrator)) {
            delete(admin, names);
        }
    }

    /// Forgets the offsets of a group, once its members are gone.
    public void forget(String group) {
        try (var admin = Admin.create(administrator)) {
            require(
                    Await.atMost(
                            PATIENCE,
                            () ->
                                    admin
                                            .deleteConsumerGroups(List.of(group))
                                            .deletedGroups()
                                            .values()
                                            .stream()
                                            .allMatch(FreshTopics::isForgotten)),
                    "still has members: " + group);
        }
    }

    private static void delete(Admin admin, Collection<String> names) {
        admin.deleteTopics(names)
                .topicNameValues()
                .values()
                .forEach(one -> done(one, UnknownTopicOrPartitionException.class));
    }

    private static boolean isForgotten(KafkaFuture<Void> deletion) {
        try {
            return done(deletion, GroupNotEmptyException.class);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw e;
        }
    }

    private static boolean haveLeaders(Admin admin, List<String> names) {
        return admin.describeTopics(names).topicNameValues().values().stream()
                .allMatch(FreshTopics::hasLeaders);
    }

    private static boolean hasLeaders(KafkaFuture<TopicDescription> description) {
        return description
                .toCompletionStage()
                .handle((topic, failure) ->
                        failure == null
                                && topic.partitions().stream()
                                        .allMatch(partition ->
                                                partition.leader() != null
                                                        && partition.isr().size() == REPLICAS))
                .toCompletableFuture()
                .join();
    }

    /// False when it could not be done for the one reason that is expected.
    private static boolean done(KafkaFuture<Void> answer, Class<? extends Exception> expected) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return false;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
    }

    private static void require(boolean done, String otherwise) {
        if (!done) {
            throw new IllegalStateException(otherwise);
        }
    }
}
