package dev.kafkaorders.localstack;

import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/// The cluster as a client sees it. A question that nobody answers in time is answered "not yet".
final class ClusterView implements AutoCloseable {
    private static final int ANSWER_MILLIS = 3_000;
    private static final int RETRY_MILLIS = 50;

    private final Admin admin;

    ClusterView(String bootstrapServers) {
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS));
    }

    boolean hasBrokers(int count) {
        return answers(admin.describeCluster().nodes(), nodes -> nodes.size() == count);
    }

    /// Whether this node has everything that it should have of every partition.
    boolean isInSync(int node) {
        return answers(
                admin.listTopics().names(),
                names ->
                        answers(
                                admin.describeTopics(names).allTopicNames(),
                                topics ->
                                        topics.values().stream()
                                                .allMatch(topic -> isInSync(topic, node))));
    }

    /// Creates the suite's topics that aren't there yet.
    ///
    /// @throws StartFailed when the cluster refuses
    void createTopics() {
        var created = admin.createTopics(Topics.definitions((short) KafkaSettings.NODES)).values();
        created.forEach(ClusterView::awaitCreation);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <T> boolean answers(KafkaFuture<T> question, Predicate<T> expected) {
        try {
            return expected.test(question.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StartFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartFailed("Interrupted", e);
    }

    private static Set<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }

    private static boolean isInSync(TopicDescription topic, int node) {
        return topic.partitions().stream()
                .filter(partition -> ids(partition.replicas()).contains(node))
                .allMatch(partition -> ids(partition.isr()).contains(node));
    }

    private static void awaitCreation(String topic, KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new StartFailed("Can't create the topic " + topic + ": " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
