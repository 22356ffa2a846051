package dev.kafkaorders.teststack;

import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// One broker and one PostgreSQL as containers.
final class DockerStack extends TestStack {

    /// What the local stack's nodes are given too: state topics that start fast, groups and
    /// transactions that don't wait.
    private static final Map<String, String> BROKER =
            Map.ofEntries(
                    Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                    Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "6"),
                    Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "6"),
                    Map.entry("KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "2"),
                    Map.entry("KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MAX_MS", "10"),
                    Map.entry(
                            "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS",
                            "1000"),
                    Map.entry("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "200"),
                    Map.entry("KAFKA_GROUP_CONSUMER_HEARTBEAT_INTERVAL_MS", "500"),
                    Map.entry("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "2000"),
                    Map.entry("KAFKA_GROUP_CONSUMER_SESSION_TIMEOUT_MS", "5000"));

    private final KafkaContainer kafka = new KafkaContainer(Images.KAFKA).withEnv(BROKER);
    private final PostgreSQLContainer postgres = new PostgreSQLContainer(Images.POSTGRES);

    DockerStack() {
        Startables.deepStart(kafka, postgres).join();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    void freeze() {
        kafka.getDockerClient().pauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    void thaw() {
        kafka.getDockerClient().unpauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    short replicationFactor() {
        return 1;
    }

    @Override
    Database database(String name) {
        var url =
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                postgres.getHost(),
                                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                                name);
        return new Database(url, postgres.getUsername(), postgres.getPassword());
    }
}
