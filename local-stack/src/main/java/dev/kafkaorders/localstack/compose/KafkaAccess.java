package dev.kafkaorders.localstack.compose;

import dev.kafkaorders.cluster.Login;
import dev.kafkaorders.cluster.Users;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/// How a client on this machine logs in to the brokers; encrypted where the overlay for TLS is on.
record KafkaAccess(DockerCompose compose, Containers containers) {
    private static final int NODES = 3;
    private static final int FROM_THIS_MACHINE = 19092;

    Map<String, String> auditor() {
        var login = new Login(Users.AUDITOR, compose.password(Users.AUDITOR));
        return properties(login.properties());
    }

    /// He stands in the brokers' own files, as he was there before there was metadata to stand in.
    Map<String, String> administrator() {
        return properties(
                Map.of(
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                        SecurityProtocol.SASL_PLAINTEXT.name,
                        SaslConfigs.SASL_MECHANISM,
                        "PLAIN",
                        SaslConfigs.SASL_JAAS_CONFIG,
                        "%s required username=\"%s\" password=\"%s\";"
                                .formatted(
                                        PlainLoginModule.class.getName(),
                                        Users.ADMIN,
                                        compose.password(Users.ADMIN))));
    }

    private Map<String, String> properties(Map<String, String> login) {
        var client = new HashMap<>(login);
        client.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                IntStream.rangeClosed(1, NODES)
                        .map(node -> containers.published("kafka-" + node, FROM_THIS_MACHINE))
                        .mapToObj(port -> "localhost:" + port)
                        .collect(Collectors.joining(",")));
        if (isEncrypted()) {
            client.put(
                    CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, SecurityProtocol.SASL_SSL.name);
            client.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            client.put(
                    SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG,
                    compose.run("exec", "-T", "kafka-1", "cat", "/run/certificates/ca.pem"));
        }
        return Map.copyOf(client);
    }

    private boolean isEncrypted() {
        return compose.run("config", "--services").lines().anyMatch("certificates"::equals);
    }
}
