package dev.kafkaorders.cluster;

import dev.kafkaorders.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthenticationException;

/// Makes a cluster have the topics, the users and the rights of the list. Running it again changes
/// nothing, and repairs what somebody has changed.
public final class ClusterSetup {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Admin admin;
    private final Map<String, ?> client;
    private final short replicationFactor;
    private final UnaryOperator<String> passwords;

    /// @param admin logged in as a super user
    /// @param client the properties of that client
    /// @param replicationFactor see [Topics#definitions]
    /// @param passwords by user
    public ClusterSetup(
            Admin admin,
            Map<String, ?> client,
            short replicationFactor,
            UnaryOperator<String> passwords) {
        this.admin = admin;
        this.client = Map.copyOf(client);
        this.replicationFactor = replicationFactor;
        this.passwords = passwords;
    }

    /// Waits until there are as many brokers as a topic has replicas.
    ///
    /// @throws SetupFailed when that takes longer, or the password is wrong
    public void awaitBrokers(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        var obstacle = "no broker answers";
        while (System.nanoTime() < deadline) {
            try {
                var there = brokers();
                if (there >= replicationFactor) {
                    return;
                }
                obstacle = "%d of %d brokers are there".formatted(there, replicationFactor);
                Thread.sleep(BETWEEN_LOOKS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthenticationException refusal) {
                    throw new SetupFailed("The brokers refuse the log-in: " + refusal, refusal);
                }
                obstacle = "no broker answers: " + e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SetupFailed("Interrupted while waiting for the brokers", e);
            }
        }
        throw new SetupFailed("After %d s %s".formatted(patience.toSeconds(), obstacle));
    }

    private int brokers() throws ExecutionException, InterruptedException {
        return admin.describeCluster().nodes().get().size();
    }

    /// Does it. Afterwards every broker lets the users in.
    ///
    /// The passwords come last: a broker hears of changes in their order, so one that knows them
    /// knows the topics and the rights too.
    ///
    /// @throws SetupFailed when the cluster refuses or doesn't answer
    public Report apply() {
        var report = new Report();
        new TopicSetup(admin, Topics.definitions(replicationFactor)).apply(report);
        new Rights(admin, Users.all()).apply(report);
        new Passwords(admin, Users.all(), passwords).apply(report);
        var brokers = Answers.of(admin.describeCluster().nodes(), "list the brokers");
        new LogIns(client, passwords).await(brokers, Users.all());
        return report;
    }
}
