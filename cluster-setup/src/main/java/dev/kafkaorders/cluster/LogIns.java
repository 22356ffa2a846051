package dev.kafkaorders.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.jspecify.annotations.Nullable;

/// Waits until every broker lets every user in, with the password that he has now. A broker hears
/// of a password some time after the controllers have it. Until then it refuses, which a client
/// takes for its last word.
record LogIns(Map<String, ?> client, UnaryOperator<String> passwords) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /// @throws SetupFailed when a broker still refuses after half a minute
    void await(Collection<Node> brokers, Collection<User> users) {
        users.forEach(user -> await(brokers, user));
    }

    private void await(Collection<Node> brokers, User user) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var broker : brokers) {
            while (!letsIn(broker, user)) {
                if (System.nanoTime() > deadline) {
                    throw new SetupFailed(
                            "Broker %s still refuses %s after %d s"
                                    .formatted(broker, user.name(), PATIENCE.toSeconds()));
                }
            }
        }
    }

    private boolean letsIn(Node broker, User user) {
        try (var admin = Admin.create(loginAt(broker, user))) {
            admin.describeCluster().clusterId().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException) {
                pause(user);
                return false;
            }
            throw failed(user, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(user, e);
        }
    }

    private static void pause(User user) {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(user, e);
        }
    }

    private static SetupFailed failed(User user, @Nullable Throwable cause) {
        return new SetupFailed("Can't log in as %s: %s".formatted(user.name(), cause), cause);
    }

    private Map<String, Object> loginAt(Node broker, User user) {
        var login = new Login(user.name(), passwords.apply(user.name())).properties();
        var properties = new HashMap<String, Object>(client);
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.host() + ":" + broker.port());
        // The administrator may have come in another way.
        properties.put(SaslConfigs.SASL_MECHANISM, login.get(SaslConfigs.SASL_MECHANISM));
        properties.put(SaslConfigs.SASL_JAAS_CONFIG, login.get(SaslConfigs.SASL_JAAS_CONFIG));
        return properties;
    }
}
