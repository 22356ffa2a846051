package dev.kafkaorders.localstack;

import dev.kafkaorders.cluster.ClusterSetup;
import dev.kafkaorders.cluster.SetupFailed;
import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.HashMap;
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

/// The cluster as a client sees it. A question that nobody answers in time is answered "not yet".
public final class ClusterView implements AutoCloseable {
    private static final int ANSWER_MILLIS = 3_000;
    private static final int RETRY_MILLIS = 50;

    private final Admin admin;

    /// @param client properties of a client that may see all topics
    public ClusterView(Map<String, String> client) {
        var properties = new HashMap<String, Object>(client);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        properties.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        admin = Admin.create(properties);
    }

    boolean hasBrokers(int count) {
        return answers(admin.describeCluster().nodes(), nodes -> nodes.size() == count);
    }

    /// Whether this node has everything that it should have of every partition.
    public boolean isInSync(int node) {
        return answers(
                admin.listTopics().names(),
                names ->
                        answers(
                                admin.describeTopics(names).allTopicNames(),
                                topics ->
                                        topics.values().stream()
                                                .allMatch(topic -> isInSync(topic, node))));
    }

    /// Makes the cluster have the topics, users and rights of the list.
    ///
    /// @throws StartFailed when the cluster refuses
    void setUp(KafkaUsers users) {
        try {
            var setup =
                    new ClusterSetup(
                            admin,
                            users.clientProperties(Users.ADMIN),
                            (short) KafkaSettings.NODES,
                            users::password);
            var complaints = setup.apply().complaints();
            if (!complaints.isEmpty()) {
                throw new StartFailed(String.join("; ", complaints));
            }
        } catch (SetupFailed e) {
            throw new StartFailed(String.valueOf(e.getMessage()), e);
        }
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
}
