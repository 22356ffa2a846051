package dev.kafkaorders.localstack;

import dev.kafkaorders.localstack.process.Custody;
import dev.kafkaorders.localstack.process.ProcessFolder;
import dev.kafkaorders.localstack.process.StartFailed;
import java.util.Map;

/// A [KafkaCluster] that runs as long as this JVM, or until it is closed.
public final class LocalKafka implements AutoCloseable {
    private final Custody custody;
    private final KafkaCluster cluster;

    private LocalKafka(Custody custody, KafkaCluster cluster) {
        this.custody = custody;
        this.cluster = cluster;
    }

    /// Returns when all three nodes serve clients and the suite's topics exist.
    ///
    /// @throws StartFailed when it can't be; then nothing is left running
    public static LocalKafka start(KafkaSettings settings) {
        var processes = new ProcessFolder(settings.directory());
        var custody = Custody.of(processes, settings.farewell());
        try {
            var cluster = new KafkaCluster(settings, processes);
            cluster.start();
            return new LocalKafka(custody, cluster);
        } catch (RuntimeException e) {
            custody.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    /// See [KafkaCluster#clientProperties(String)].
    public Map<String, String> clientProperties(String user) {
        return cluster.clientProperties(user);
    }

    /// See [KafkaCluster#password(String)].
    public String password(String user) {
        return cluster.password(user);
    }

    /// See [KafkaCluster#killNode(int)].
    public void killNode(int id) {
        cluster.killNode(id);
    }

    /// See [KafkaCluster#startNode(int)].
    public void startNode(int id) {
        cluster.startNode(id);
    }

    /// See [KafkaCluster#isReady(int)].
    public boolean isReady(int id) {
        return cluster.isReady(id);
    }

    /// See [KafkaCluster#freeze()].
    public void freeze() {
        cluster.freeze();
    }

    /// See [KafkaCluster#thaw()].
    public void thaw() {
        cluster.thaw();
    }

    @Override
    public void close() {
        custody.close();
    }
}
