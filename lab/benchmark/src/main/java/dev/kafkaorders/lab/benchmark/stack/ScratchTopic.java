package dev.kafkaorders.lab.benchmark.stack;

import dev.kafkaorders.cluster.Users;
import dev.kafkaorders.events.Topics;
import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.process.StartFailed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// A topic that nobody but an arm knows, with the partitions and replicas of the suite's own. So
/// what it is filled with neither costs the services anything nor the disk for longer than needed.
public record ScratchTopic(BenchmarkStack stack, String name) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Empty it is afterwards, whether it was there or not.
    public void renew() throws InterruptedException {
        try (var admin = admin()) {
            delete(admin);
            create(admin);
        }
    }

    private void create(Admin admin) throws InterruptedException {
        var topic =
                new NewTopic(name, Topics.PARTITIONS, (short) KafkaSettings.NODES)
                        .configs(Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2"));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        // Right after it was deleted, brokers may still refuse its name.
        while (!isCreated(admin, topic)) {
            if (System.nanoTime() > deadline) {
                throw new StartFailed("The topic " + name + " can't be made");
            }
        }
    }

    private static boolean isCreated(Admin admin, NewTopic topic) throws InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private void delete(Admin admin) throws InterruptedException {
        try {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw new StartFailed("The topic " + name + " can't be deleted", e);
            }
        }
    }

    private Admin admin() {
        return Admin.create(new HashMap<String, Object>(stack.clientAs(Users.ADMIN)));
    }
}
