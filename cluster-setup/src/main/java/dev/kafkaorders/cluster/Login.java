package dev.kafkaorders.cluster;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/// What somebody logs in with.
public record Login(String user, String password) {

    /// Never in a log, nor anywhere else.
    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }

    /// The client properties, without encryption. `bootstrap.servers` is to be added.
    public Map<String, String> properties() {
        return Map.of(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                SecurityProtocol.SASL_PLAINTEXT.name,
                SaslConfigs.SASL_MECHANISM,
                Passwords.MECHANISM.mechanismName(),
                SaslConfigs.SASL_JAAS_CONFIG,
                "%s required username=\"%s\" password=\"%s\";"
                        .formatted(
                                ScramLoginModule.class.getName(), quoted(user), quoted(password)));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
