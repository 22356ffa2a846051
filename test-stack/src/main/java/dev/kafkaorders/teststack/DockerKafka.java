package dev.kafkaorders.teststack;

import dev.kafkaorders.cluster.ClusterSetup;
import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.cluster.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;

/// One broker in a container that lets nobody in without a password, and has the users and rights
/// of the list.
///
/// The administrator logs in by PLAIN: Kafka keeps the passwords of SCRAM itself, so somebody must
/// be there before. Everybody else logs in as he would anywhere.
final class DockerKafka extends KafkaContainer {

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

    private static final String PLAIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"%1$s\" password=\"%2$s\"";
    private static final String MAY_LOG_IN = " user_%1$s=\"%2$s\";";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    DockerKafka() {
        super(Images.KAFKA);
        withEnv(BROKER);
        withEnv(security());
    }

    /// What a client needs to log in as that user.
    Map<String, String> clientProperties(String user) {
        var properties = new HashMap<>(new Login(user, password(user)).properties());
        properties.put("bootstrap.servers", getBootstrapServers());
        if (user.equals(Users.ADMIN)) {
            properties.put("sasl.mechanism", "PLAIN");
            properties.put("sasl.jaas.config", PLAIN.formatted(user, password(user)) + ";");
        }
        return properties;
    }

    /// Makes it have the topics, users and rights of the list.
    void setUp() {
        var client = new HashMap<String, Object>(clientProperties(Users.ADMIN));
        try (var admin = Admin.create(client)) {
            new ClusterSetup(admin, client, DockerStack.BROKERS, this::password).apply();
        }
    }

    String password(String user) {
        return passwords.computeIfAbsent(user, _ -> UUID.randomUUID().toString());
    }

    /// The container calls the clients' listener PLAINTEXT, whatever it speaks.
    private Map<String, String> security() {
        return Map.ofEntries(
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "PLAINTEXT:SASL_PLAINTEXT,BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                Map.entry("KAFKA_SASL_ENABLED_MECHANISMS", "PLAIN"),
                Map.entry("KAFKA_SASL_MECHANISM_INTER_BROKER_PROTOCOL", "PLAIN"),
                Map.entry("KAFKA_SASL_MECHANISM_CONTROLLER_PROTOCOL", "PLAIN"),
                Map.entry("KAFKA_LISTENER_NAME_BROKER_PLAIN_SASL_JAAS_CONFIG", plain(Users.BROKER)),
                Map.entry(
                        "KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG",
                        plain(Users.BROKER)),
                Map.entry(
                        "KAFKA_LISTENER_NAME_PLAINTEXT_SASL_ENABLED_MECHANISMS",
                        "SCRAM-SHA-512,PLAIN"),
                Map.entry(
                        "KAFKA_LISTENER_NAME_PLAINTEXT_PLAIN_SASL_JAAS_CONFIG", plain(Users.ADMIN)),
                Map.entry(
                        "KAFKA_LISTENER_NAME_PLAINTEXT_SCRAM___SHA___512_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry(
                        "KAFKA_AUTHORIZER_CLASS_NAME",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("KAFKA_SUPER_USERS", "User:" + String.join(";User:", Users.SUPER_USERS)));
    }

    private String plain(String user) {
        return (PLAIN + MAY_LOG_IN).formatted(user, password(user));
    }
}
