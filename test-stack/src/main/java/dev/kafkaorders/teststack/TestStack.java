package dev.kafkaorders.teststack;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.ServiceLogin;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// One Kafka and one PostgreSQL for all integration tests of a JVM: started by the first test that
/// asks, gone when the JVM is.
///
/// The system property `stack` says which: `docker`, `local`, or `auto` (the default), which takes
/// Docker where it answers and has or gets the images within seconds.
public abstract sealed class TestStack permits DockerStack, LocalStack {

    private final AtomicInteger databases = new AtomicInteger();

    TestStack() {}

    /// The stack of this JVM.
    ///
    /// @throws IllegalStateException when the stack that `-Dstack` insists on can't be had
    public static TestStack get() {
        return Holder.STACK;
    }

    /// Kafka's addresses, for `bootstrap.servers`. Nobody gets in without [#clientAs] or
    /// [#serviceAs].
    public abstract String bootstrapServers();

    /// The properties of a Kafka client that logs in as one of [Users]: the services as themselves,
    /// a test's own clients as [Users#ADMIN].
    public final Map<String, Object> clientAs(String user) {
        return new HashMap<>(login(user));
    }

    /// Reads topics as [Users#AUDITOR]. To be closed.
    public final TopicReader topicReader() {
        return new TopicReader(this);
    }

    /// How a Spring Boot service logs in as one of [Users].
    public final ServiceLogin serviceAs(String user) {
        return new ServiceLogin(login(user));
    }

    abstract Map<String, String> login(String user);

    abstract String password(String user);

    /// Kafka keeps all it has and answers nobody until the answer is closed.
    public final Outage freezeKafka() {
        freeze();
        return this::thaw;
    }

    /// One broker is gone until the answer is closed: killed where there are more, which go on
    /// without it; frozen where it is the only one, so that nobody answers meanwhile.
    public final Outage loseBroker() {
        loseOne();
        return this::regainOne;
    }

    abstract void loseOne();

    abstract void regainOne();

    abstract void freeze();

    abstract void thaw();

    abstract short replicationFactor();

    abstract Database database(String name);

    /// A new, empty database that no other test knows.
    public final Database createDatabase() {
        var name = "test_" + databases.incrementAndGet();
        Sql.execute(database("postgres"), "create database " + name);
        return database(name);
    }

    /// Empties Kafka: every topic is as new afterwards and no consumer group has an offset. Whoever
    /// uses the stack must have closed its clients before.
    public final void reset() {
        try (var admin = Admin.create(clientAs(Users.ADMIN))) {
            // Whoever was killed is a member until its session times out.
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> admin.deleteConsumerGroups(groups(admin)).all().get() == null);
            endTransactions(admin);
            var definitions = Topics.definitions(replicationFactor());
            var topics = new HashSet<>(admin.listTopics().names().get());
            // Making a topic takes most of the time, and a test uses few of them.
            var unused = unused(admin, topics, definitions);
            topics.removeAll(unused);
            settle(
                    admin.deleteTopics(topics).topicNameValues(),
                    UnknownTopicOrPartitionException.class);
            var missing =
                    definitions.stream().filter(topic -> !unused.contains(topic.name())).toList();
            settle(admin.createTopics(missing).values(), TopicExistsException.class);
            // A topic exists for its creator before every broker has heard of it.
            await().ignoreExceptions().until(() -> written(admin, missing), Set::isEmpty);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka could not be emptied", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while emptying Kafka", e);
        }
    }

    private static List<String> groups(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    }

    /// Whoever was killed leaves its transaction open until that times out. Its marker is written
    /// to the topics by name then: to those of the next test, too.
    private static void endTransactions(Admin admin)
            throws ExecutionException, InterruptedException {
        var open =
                new ListTransactionsOptions()
                        .filterStates(
                                Set.of(
                                        TransactionState.ONGOING,
                                        TransactionState.PREPARE_COMMIT,
                                        TransactionState.PREPARE_ABORT));
        var ids =
                admin.listTransactions(open).all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        admin.fenceProducers(ids).all().get();
    }

    /// Waits until all is done. The client repeats a request of which the answer was lost, for
    /// instance as another node became the controller: then it is refused as done.
    private static void settle(
            Map<String, KafkaFuture<Void>> requests, Class<? extends ApiException> done)
            throws ExecutionException, InterruptedException {
        for (var request : requests.values()) {
            try {
                request.get();
            } catch (ExecutionException e) {
                if (!done.isInstance(e.getCause())) {
                    throw e;
                }
            }
        }
    }

    /// Those that nobody ever wrote to, not even a transaction marker, and nobody altered.
    private static Set<String> unused(Admin admin, Set<String> there, List<NewTopic> definitions)
            throws ExecutionException, InterruptedException {
        var known = definitions.stream().filter(topic -> there.contains(topic.name())).toList();
        var unused = known.stream().map(NewTopic::name).collect(toSet());
        unused.removeAll(written(admin, known));
        unused.removeAll(altered(admin, known));
        return unused;
    }

    private static Set<String> altered(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        var wanted =
                topics.stream()
                        .collect(
                                toMap(
                                        topic ->
                                                new ConfigResource(
                                                        ConfigResource.Type.TOPIC, topic.name()),
                                        NewTopic::configs));
        return admin.describeConfigs(wanted.keySet()).all().get().entrySet().stream()
                .filter(actual -> !own(actual.getValue()).equals(wanted.get(actual.getKey())))
                .map(actual -> actual.getKey().name())
                .collect(toSet());
    }

    private static Map<String, String> own(Config settings) {
        return settings.entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static Set<String> written(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                topics.stream()
                        .flatMap(topic ->
                                IntStream.range(0, topic.numPartitions())
                                        .mapToObj(p -> new TopicPartition(topic.name(), p)))
                        .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .map(end -> end.getKey().topic())
                .collect(toSet());
    }

    /// Something is away until this is closed.
    public interface Outage extends AutoCloseable {

        @Override
        void close();
    }

    private static final class Holder {
        static final TestStack STACK = StackChoice.make().start();
    }
}
