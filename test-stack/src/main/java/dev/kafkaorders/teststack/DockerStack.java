package dev.kafkaorders.teststack;

import java.util.Map;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// One broker and one PostgreSQL as containers.
final class DockerStack extends TestStack {

    static final short BROKERS = 1;

    private final DockerKafka kafka = new DockerKafka();
    private final PostgreSQLContainer postgres = new PostgreSQLContainer(Images.POSTGRES);

    DockerStack() {
        Startables.deepStart(kafka, postgres).join();
        kafka.setUp();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    Map<String, String> login(String user) {
        return kafka.clientProperties(user);
    }

    @Override
    String password(String user) {
        return kafka.password(user);
    }

    @Override
    void loseOne() {
        freeze();
    }

    @Override
    void regainOne() {
        thaw();
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
        return BROKERS;
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
