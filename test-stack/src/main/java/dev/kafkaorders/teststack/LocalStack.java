package dev.kafkaorders.teststack;

import dev.kafkaorders.localstack.KafkaSettings;
import dev.kafkaorders.localstack.LocalKafka;
import dev.kafkaorders.localstack.LocalPostgres;
import dev.kafkaorders.localstack.PostgresSettings;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Three nodes and one PostgreSQL as child processes.
final class LocalStack extends TestStack {

    private static final int LOST = 2;

    private final LocalKafka kafka;
    private final LocalPostgres postgres;

    LocalStack() {
        var starting =
                CompletableFuture.supplyAsync(() -> LocalKafka.start(KafkaSettings.ephemeral()));
        postgres = LocalPostgres.start(PostgresSettings.ephemeral());
        kafka = starting.join();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
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
        kafka.killNode(LOST);
    }

    @Override
    void regainOne() {
        kafka.startNode(LOST);
    }

    @Override
    void freeze() {
        kafka.freeze();
    }

    @Override
    void thaw() {
        kafka.thaw();
    }

    @Override
    short replicationFactor() {
        return 3;
    }

    @Override
    Database database(String name) {
        return new Database(postgres.jdbcUrl(name), postgres.user(), postgres.password());
    }
}
