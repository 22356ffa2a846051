package dev.kafkaorders.lab.faults;

import dev.kafkaorders.events.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;

/// Who leads in the cluster at the moment. Empty when nobody says so in time.
final class Cluster implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Admin admin;

    /// @param client properties of a client that may see the cluster
    Cluster(Map<String, String> client) {
        var properties = new HashMap<String, Object>(client);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        admin = Admin.create(properties);
    }

    Optional<Integer> leaderOfOrders(int partition) {
        return answered(() -> {
            var topics = admin.describeTopics(List.of(Topics.ORDERS)).allTopicNames().get();
            var orders = Objects.requireNonNull(topics.get(Topics.ORDERS));
            return Optional.ofNullable(orders.partitions().get(partition).leader())
                    .filter(node -> !node.isEmpty())
                    .map(Node::id);
        });
    }

    Optional<Integer> controller() {
        return answered(() ->
                Optional.of(admin.describeMetadataQuorum().quorumInfo().get().leaderId())
                        .filter(id -> id > 0));
    }

    @Override
    public void close() {
        admin.close();
    }

    private static Optional<Integer> answered(Question question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Question {
        Optional<Integer> ask() throws ExecutionException, InterruptedException;
    }
}
